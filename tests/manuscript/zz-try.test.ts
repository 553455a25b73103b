import { test } from 'vitest';
import { readBook } from '/work/main/scripts/manuscript/read-book.js';
import { formatDiagnostics } from '/work/main/scripts/diagnostics/report.js';
import { toHtml } from '/work/main/node_modules/hast-util-to-html/index.js';
test('x', async () => {
  const t = performance.now();
  const out = await readBook(process.env.BOOK ?? '/tmp/b1');
  console.log(performance.now() - t, 'ms');
  console.log(formatDiagnostics(out.diagnostics, { locale: 'en', colour: false }));
  if (process.env.HTML) for (const c of out.value?.chapters ?? []) { const { tree, ...r } = c; console.log(JSON.stringify(r, null, 1)); console.log(toHtml(tree)); }
  console.log(JSON.stringify({ ...out.value, chapters: out.value?.chapters.length }));
});
