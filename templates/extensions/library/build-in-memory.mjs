import { writeFile } from 'node:fs/promises';
import { buildInMemory, formatDiagnostics, normalize } from 'banxin';

const raw = '第一章 渡口\n\n　　船还没有来。\n\n第二章 对岸\n\n　　船来了。\n';
const text = await normalize({ raw, name: '渡口' });
const { value, diagnostics } = await buildInMemory({
  book: { id: 'ferry', title: '渡口', language: 'zh-Hans' },
  chapters: text.value?.chapters ?? [],
});
console.error(formatDiagnostics([...text.diagnostics, ...diagnostics], { locale: 'en', colour: false }));
for (const [name, bytes] of Object.entries(value?.files ?? {})) await writeFile(name, bytes);
