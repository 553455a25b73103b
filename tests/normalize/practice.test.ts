import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { normalizeText } from '../../scripts/normalize/normalize-text.js';

const shared = join(import.meta.dirname, '../../../shared/normalize');
const absent = !existsSync(shared);

/** Least score out of 100 that each text has reached; it may only rise. */
const reached = [
  ['hongloumeng-flat', 87],
  ['kokoro-sjis', 99],
  ['pride-pdf', 98],
] as const;

describe.skipIf(absent)(`a practice text${absent ? ' (skipped: ../shared is not here)' : ''}`, () => {
  it.each(reached)('%s scores at least %d and loses no character', async (set, least) => {
    const text = normalizeText([
      { name: 'raw.txt', bytes: await readFile(join(shared, 'practice', set, 'raw.txt')) },
    ]);
    const folder = await mkdtemp(join(tmpdir(), 'banxin-score-'));
    try {
      for (const { fileName, markdown } of text.value?.chapters ?? [])
        await writeFile(join(folder, fileName), markdown);
      const gold = join(shared, 'practice', set, 'gold.json');
      const json = execFileSync(process.execPath, [join(shared, 'score.mjs'), folder, gold, '--json'], {
        encoding: 'utf8',
      });
      const result = JSON.parse(json);
      expect(result.chars).toMatchObject({ lost: 0, added: 0 });
      expect(result.score).toBeGreaterThanOrEqual(least);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
