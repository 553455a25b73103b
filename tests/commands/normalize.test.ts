import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { banxin, ownFolder } from './run-banxin.js';

const raw = `第一章 春\n\n　　春天来了，万物复苏，\n江水暖了。\n\n第二章 夏\n\n　　夏天到了，蝉声四起。\n`;

describe('banxin normalize', () => {
  it('makes a book folder that `banxin check` accepts, and leaves an edited chapter alone', async () => {
    const cwd = ownFolder();
    writeFileSync(join(cwd, 'raw.txt'), raw);
    const run = await banxin(['normalize', 'raw.txt', '--out', 'manuscript/seasons', '--json'], { cwd });
    expect(run).toMatchObject({ code: 0 });
    expect(JSON.parse(run.stdout)).toMatchObject({ command: 'normalize', exitCode: 0 });
    const chapters = join(cwd, 'manuscript', 'seasons', 'chapters');
    expect(readdirSync(chapters)).toHaveLength(2);
    expect(await banxin(['check', 'manuscript/seasons'], { cwd })).toMatchObject({ code: 0 });

    const edited = join(chapters, readdirSync(chapters)[0] ?? '');
    writeFileSync(edited, `${readFileSync(edited, 'utf8')}\n编者又添了一句。\n`);
    const again = await banxin(['normalize', 'raw.txt', '--out', 'manuscript/seasons'], { cwd });
    expect(again.stderr).toContain('note[chapters-edited]: ');
    expect(readFileSync(edited, 'utf8')).toContain('编者又添了一句。');
  });

  it('of a file that is not there is an error', async () => {
    const run = await banxin(['normalize', 'nowhere.txt', '--out', 'book'], { cwd: ownFolder() });
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toContain('nowhere.txt');
  });
});
