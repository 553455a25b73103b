import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { contentsLines, runningTitle, textWidth } from '../../scripts/print/running-title.js';
import { withWordBreaks } from '../../scripts/theme/word-breaks.js';

describe('running heads', () => {
  it('a title that fits stands whole', () => {
    expect(runningTitle('胜利必将属于我们，上海的春天终将美丽如常', 28)).toBe(
      '胜利必将属于我们，上海的春天终将美丽如常',
    );
  });
  it('a longer one is cut after a phrase, never inside one and never with dots', () => {
    expect(runningTitle('胜利必将属于我们，上海的春天终将美丽如常', 15)).toBe('胜利必将属于我们');
    expect(runningTitle('众志成城共克时艰 凝聚起全社会强大合力 勠力同心', 20)).toBe(
      '众志成城共克时艰 凝聚起全社会强大合力',
    );
  });
  it('Latin letters take half the room of Chinese characters', () => {
    expect(runningTitle('The Whiteness of the Whale', 15)).toBe('The Whiteness of the Whale');
  });
  it('a title of one phrase that does not fit gives no running head', () => {
    expect(runningTitle('一二三四五六七八九十', 5)).toBe('');
  });
});

describe('contents entries', () => {
  it('a title that does not fit is parted after a phrase into two lines as equal as may be', () => {
    expect(
      contentsLines(
        '众志成城共克时艰 凝聚起全社会强大合力 勠力同心竭尽全力 守护人民安康城市安全',
        24,
        'zh-Hans',
      ),
    ).toEqual(['众志成城共克时艰 凝聚起全社会强大合力 ', '勠力同心竭尽全力 守护人民安康城市安全']);
  });
  it('a phrase longer than a line is parted after a word, and no line begins with a mark', () => {
    expect(contentsLines('江南水驿与沿途客舍的几种写法及其在宋人笔记中的回响', 20, 'zh-Hans')).toEqual([
      '江南水驿与沿途客舍的几种',
      '写法及其在宋人笔记中的回响',
    ]);
    const [first, second] = contentsLines('论唐人行旅诗中“驿”与“舍”二字的分别', 12, 'zh-Hans');
    expect(`${first}|${second}`).not.toMatch(/“\||\|[”与]?”/);
  });
  it('a title that fits is one line; no title takes more lines than it needs', () => {
    expect(contentsLines('甲，乙', 24, 'zh-Hans')).toEqual(['甲，乙']);
    const title = 'Of Post Stations, Inns, and the Several Ways in which Travellers Have Written of Them';
    const lines = contentsLines(title, 19, 'en');
    expect([lines.length, lines.join('')]).toEqual([3, title]);
    expect(lines.every((line) => textWidth(line.trim()) <= 19)).toBe(true);
  });
  it('a word longer than a line is left to the browser', () => {
    expect(contentsLines('a'.repeat(50), 12, 'en')).toEqual(['a'.repeat(50)]);
  });
});

describe('line breaks in headings', () => {
  const broken = (text: string, room: number) =>
    toHtml(withWordBreaks(text, 'zh-Hans', room)).replaceAll('<wbr>', '|');
  it('a phrase that fits in a line has no break inside', () => {
    expect(broken('勠力同心背水一战，坚决打赢', 8)).toBe('勠力同心背水一战，坚决打赢');
  });
  it('a longer phrase may break between words', () => {
    expect(broken('坚决打赢疫情防控这场大仗硬仗', 8)).toBe('坚决|打赢|疫情|防控|这场|大仗|硬仗');
  });
});
