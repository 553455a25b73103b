import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { correct } from '../../scripts/print/pagedjs/correction.js';
import { corrections } from '../../scripts/print/pagedjs/corrections/index.js';
import { pagedjsFolder, upstreamPatches } from '../../scripts/print/pagedjs/source.js';

const folder = 'scripts/print/upstream-patches';
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.patch'))
  .sort();

describe('patches to offer to Paged.js', () => {
  it('say what the corrections say (npm run patches writes them)', async () => {
    const made = await upstreamPatches();
    expect(names).toEqual([...made.keys()]);
    for (const [name, text] of made) expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
  });

  it('apply to its sources in their order, and leave them as the corrections do', () => {
    const copy = mkdtempSync(join(tmpdir(), 'banxin-upstream-'));
    cpSync(join(pagedjsFolder, 'src'), join(copy, 'src'), { recursive: true });
    const patches = names.map((name) => join(process.cwd(), folder, name));
    execFileSync('git', ['apply', '--whitespace=nowarn', ...patches], { cwd: copy, stdio: 'pipe' });
    const path = 'src/modules/paged-media/footnotes.js';
    const before = readFileSync(join(pagedjsFolder, path), 'utf8');
    const own = corrections
      .map((correction) => {
        const edits = correction.edits.filter(({ find }) => before.includes(find));
        return { ...correction, edits };
      })
      .filter(({ edits }) => edits.length > 0);
    expect(readFileSync(join(copy, path), 'utf8')).toBe(own.reduce(correct, before));
  });
});
