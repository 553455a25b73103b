import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { showProgress } from '../../scripts/commands/progress-display.js';
import type { Terminal } from '../../scripts/commands/terminal.js';

const clearLine = '\r\u001b[2K';

describe('progress', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('of work shorter than a second is silent', () => {
    const { terminal, written } = listen(true);
    const { onProgress, end } = showProgress(terminal);
    onProgress({ stage: 'read', done: 0, total: 1 });
    vi.advanceTimersByTime(999);
    onProgress({ stage: 'layout', done: 0, total: 1 });
    end();
    vi.advanceTimersByTime(5000);
    onProgress({ stage: 'print', done: 0, total: 1 });
    expect(written).toEqual([]);
  });

  it('in a terminal is one line that rewrites itself, cut to the width, and goes away at the end', () => {
    const { terminal, written } = listen(true, 24);
    const { onProgress, end } = showProgress(terminal);
    onProgress({ stage: 'layout', done: 3, total: 36, detail: '这一章的题目特别长' });
    vi.advanceTimersByTime(1000);
    onProgress({ stage: 'layout', done: 4, total: 36, detail: '第四章\u001b[2J' });
    onProgress({ stage: 'print', done: 0, total: 1 });
    end();
    expect(written).toEqual([
      `${clearLine}排版 3/36 这一章的题目…`,
      `${clearLine}排版 4/36 第四章·[2J`,
      `${clearLine}生成 PDF`,
      clearLine,
    ]);
  });

  it('tells pages and the time that is left where they are known', () => {
    const { terminal, written } = listen(true);
    const { onProgress, end } = showProgress(terminal);
    vi.advanceTimersByTime(1000);
    onProgress({ stage: 'layout', done: 3, total: 36, detail: '第三章', pages: 41, secondsLeft: 12 });
    end();
    expect(written[0]).toBe(`${clearLine}排版 3/36 41 页 剩余约 12 秒 第三章`);
  });

  it('elsewhere is a plain line for each stage that lasts beyond the first second', () => {
    const { terminal, written } = listen(false);
    const { onProgress, end } = showProgress(terminal);
    onProgress({ stage: 'read', done: 0, total: 1 });
    onProgress({ stage: 'layout', done: 0, total: 2 });
    vi.advanceTimersByTime(1000);
    onProgress({ stage: 'layout', done: 1, total: 2 });
    onProgress({ stage: 'ebook', done: 0, total: 1 });
    onProgress({ stage: 'layout', done: 2, total: 2 });
    onProgress({ stage: 'weaving', done: 0, total: 1 });
    end();
    expect(written).toEqual(['排版…\n', '制作电子书…\n', 'weaving…\n']);
  });
});

function listen(interactive: boolean, columns = 80): { terminal: Terminal; written: string[] } {
  const written: string[] = [];
  const terminal: Terminal = {
    stdout: { write: () => expect.unreachable('progress is talk, not data') },
    stderr: { write: (text) => written.push(text) },
    style: { locale: 'zh-CN', colour: false },
    interactive,
    columns,
  };
  return { terminal, written };
}
