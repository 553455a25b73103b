import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ownFolder, startBanxin, withoutJava, writeBook } from './run-banxin.js';

/** A watch of a small book, and what it has said so far. */
function startWatch(folder: string) {
  const words = ['build', 'book', '--watch', '--format', 'epub', '--out', 'book/out'];
  const { child, ended } = startBanxin(words, { cwd: folder, env: withoutJava });
  let said = '';
  child.stderr?.on('data', (text: string) => {
    said += text;
  });
  const builds = (): number => said.split('watching the book folder').length - 1;
  return {
    said: () => said,
    builds,
    untilBuild: async (number: number): Promise<void> => {
      while (builds() < number) await sleep(50);
    },
    stop: async () => {
      child.kill('SIGINT');
      return ended;
    },
  };
}

describe('a build that watches', () => {
  it('builds again after a change, tells a fault and goes on, and ends at Ctrl+C with nothing half done', async () => {
    const folder = ownFolder();
    const chapter = join(writeBook(folder), 'chapters', '01-chapter.md');
    const watch = startWatch(folder);
    await watch.untilBuild(1);
    const first = readFileSync(join(folder, 'book', 'out', 'small.epub'));

    appendFileSync(chapter, '\n新的一段。\n');
    await watch.untilBuild(2);
    const second = readFileSync(join(folder, 'book', 'out', 'small.epub'));
    expect(second.equals(first)).toBe(false);

    writeFileSync(join(folder, 'book', 'book.yaml'), 'id: small\ntitle: 小书\nlanguage: 中文\n');
    await watch.untilBuild(3);
    expect(watch.said()).toContain('book.yaml:3');
    expect(readFileSync(join(folder, 'book', 'out', 'small.epub')).equals(second)).toBe(true);

    writeFileSync(join(folder, 'book', 'book.yaml'), 'id: small\ntitle: 大书\nlanguage: zh-Hans\n');
    await watch.untilBuild(4);
    // What it writes itself, inside of the book's folder, is no change.
    await sleep(1000);
    expect(watch.builds()).toBe(4);
    expect((await watch.stop()).code).toBe(130);
    expect(existsSync(join(folder, 'book', 'out', '.banxin-lock'))).toBe(false);
  }, 60_000);

  it('ends in the state of the last of many quick edits', async () => {
    const folder = ownFolder();
    const chapter = join(writeBook(folder), 'chapters', '01-chapter.md');
    const watch = startWatch(folder);
    await watch.untilBuild(1);
    for (let edit = 1; edit <= 20; edit++) {
      appendFileSync(chapter, `\n第${edit}次改动。\n`);
      await sleep(60);
    }
    const characters = (): number => Number(/.*, (\d+) characters/s.exec(watch.said())?.[1]);
    // A chapter of 3 + 320 characters, and twenty edits of 6 or 7.
    while (characters() !== 323 + 9 * 6 + 11 * 7) await sleep(50);
    await watch.stop();
  }, 60_000);
});
