import { describe, expect, it } from 'vitest';
import type { Decision } from '../../scripts/normalize/decisions/decision.js';
import { makeReview } from '../../scripts/normalize/review/make-review.js';
import { pageReview } from '../../scripts/normalize/review/page-data.js';
import { previewOf } from '../../scripts/normalize/review/plain-page.js';
import type { Review, ReviewItem } from '../../scripts/normalize/review/review.js';
import { normalized } from './texts.js';

const body = '他沿着河走了一整天，谁也没有遇见。天黑的时候，他在树下坐了下来。';
const names = { file: 'raw.txt', decisionsFile: 'raw.txt.decisions.yaml', chapters: [] };

function reviewOf(text: string, ...decisions: readonly Decision[]): Review {
  return makeReview(normalized(text, { decisions }), names).review;
}

function open(review: Review): readonly ReviewItem[] {
  return review.items.filter(({ state }) => state === 'open');
}

/** A text as the first of two chapters, whose headings no one doubts. */
function book(text: string): string {
  return `第一章 出门\n${text}\n第二章 回家\n${body}`;
}

/** What each outcome of an item prints at its first place. */
function previewsOf(item: ReviewItem | undefined): readonly string[] {
  const place = item?.places[0];
  return item && place ? item.outcomes.map(({ text }) => previewOf(item, place, text)) : [];
}

/** A line that looks like one by itself, though a word runs over its end. */
const torn = '他一直等到天亮以\n后来他又走了。';

/** The decision that an outcome of an item writes at a place. */
function decisionOf(item: ReviewItem | undefined, outcome: number, place = 0): Decision {
  const [choice, at] = [item?.outcomes[outcome]?.choice, item?.places[place]];
  if (!choice || !at) throw new Error('no such outcome');
  const isOnLine = choice.do !== 'replace' && choice.do !== 'keep';
  return { choice, ...(isOnLine ? (at.lineAnchor ?? at.anchor) : at.anchor) };
}

describe('what an editor is asked', () => {
  it('is a doubtful line end, with both outcomes as they would print', () => {
    const [item, ...others] = open(reviewOf(book(torn)));
    expect(others).toEqual([]);
    expect(item).toMatchObject({ kind: 'line-end', places: [{ raw: { place: '\n' } }] });
    expect([...previewsOf(item)].sort()).toEqual([
      expect.stringContaining('等到天亮以¶后来他又走'),
      expect.stringContaining('等到天亮以后来他又走'),
    ]);
  });

  it('is a space that went, and may be all that is left of a paragraph’s end', () => {
    const [item] = open(reviewOf(book(`${body} ${body}`)));
    expect(item).toMatchObject({ rule: 'gap', kind: 'characters', change: { before: ' ', after: '' } });
    expect(item?.outcomes.map(({ choice }) => choice)).toEqual([
      { do: 'replace', from: ' ', to: '' },
      { do: 'keep', from: ' ' },
      { do: 'break' },
    ]);
  });

  it('is every character of private use, the same ones together, whatever the report leaves out', () => {
    const text = Array.from({ length: 30 }, (_, i) => `他写的字是\ue000，第${i}遍也不认得。`).join('\n');
    const [item, ...others] = open(reviewOf(book(text)));
    expect(others).toEqual([]);
    expect(item).toMatchObject({
      rule: 'character-private-use',
      count: 30,
      replaces: '\ue000',
      outcomes: [{ choice: { do: 'keep', from: '\ue000' }, current: true }],
    });
  });

  it('is a Traditional form that was kept, once, though a rule and a flag speak of it', () => {
    const page = `${'这里说的都是简体字，没有别的。'.repeat(60)}他加緊走了几步，鬆了一口气。`;
    const items = open(reviewOf(page)).filter(({ change }) => change?.before === '鬆');
    expect(items).toMatchObject([
      {
        count: 1,
        flags: [{ code: 'stray-traditional' }],
        outcomes: [{ choice: { do: 'keep', from: '鬆' } }, {}],
      },
    ]);
  });

  it('is a number that is missing among the chapters, where it stands in the text', () => {
    const text = `第一章 出门\n${body}\n第二章 过河\n${body}到了第三章 山里\n${body}\n第四章 回家\n${body}`;
    const [item] = open(reviewOf(text)).filter(({ rule }) => rule === 'chapter-number-in-text');
    expect(item).toMatchObject({ kind: 'line', places: [{ raw: { place: '第三章' } }] });
    expect(item?.outcomes.map(({ choice }) => choice?.do)).toContain('chapter');
  });

  it('is a title that only its place shows, which may be anything else', () => {
    const text = 'It was late when they came down to the water, and the boat was gone.';
    const [item] = open(reviewOf(`By the River\n\n${text}\n\n${text}`)).filter(
      ({ rule }) => rule === 'title-line',
    );
    expect(item?.outcomes.map(({ choice }) => choice)).toEqual([
      { do: 'chapter' },
      { do: 'not-heading' },
      { do: 'heading', level: 2 },
      { do: 'heading', level: 3 },
    ]);
  });

  it('comes the most doubtful first, and says how much there is', () => {
    const review = reviewOf(book(`${body} ${body}\n${torn}\n\ue000${body}`));
    const sure = open(review).map(({ confidence }) => confidence);
    expect(sure).toEqual([...sure].sort((a, b) => a - b));
    expect(review.figures.open).toBe(open(review).reduce((sum, { count }) => sum + count, 0));
  });
});

describe('changes that no one doubts', () => {
  it('are told by rule and kind, so that all of a kind can be undone', () => {
    const review = reviewOf(`${body}如常,${body}可是,${body}`);
    const commas = review.items.filter(({ state, rule }) => state === 'changed' && rule === 'fullwidth-mark');
    expect(commas).toMatchObject([{ count: 2, change: { before: ',', after: '，' } }]);
    const undone = normalized(review.items.length > 0 ? `${body}如常,${body}可是,${body}` : '', {
      decisions: [0, 1].map((place) => decisionOf(commas[0], 1, place)),
    });
    expect(undone.chapters[0]?.markdown.match(/,/g)).toHaveLength(2);
  });

  it('come to the page a few of each kind; the rest when it is asked for', () => {
    const made = makeReview(normalized(`${body}可是,`.repeat(300)), names);
    const find = (items: readonly { rule: string; places: readonly unknown[]; count: number }[]) =>
      items.find(({ rule }) => rule === 'fullwidth-mark');
    expect(find(made.review.items)?.places).toHaveLength(300);
    const onPage = find(pageReview(made).items);
    expect(onPage?.count).toBe(300);
    expect(onPage?.places.length).toBeLessThan(100);
  });
});

describe('a decision', () => {
  const text = book(`${body} ${body}\n${torn}`);

  it('that accepts what stands settles the place: no one is asked again', () => {
    const items = open(reviewOf(text));
    const accepted = items.map((item) => decisionOf(item, 0));
    const after = reviewOf(text, ...accepted);
    expect(items.length).toBeGreaterThan(1);
    expect(open(after)).toEqual([]);
    expect(after.figures).toEqual({ open: 0, decided: items.length });
    expect(normalized(text, { decisions: accepted }).chapters.map(({ markdown }) => markdown)).toEqual(
      normalized(text).chapters.map(({ markdown }) => markdown),
    );
  });

  it('of any outcome settles its place, and prints what its preview showed', () => {
    for (const item of open(reviewOf(text))) {
      for (const [i, outcome] of item.outcomes.entries()) {
        const decision = decisionOf(item, i);
        const after = reviewOf(text, decision);
        expect(open(after).map(({ id }) => id)).not.toContain(item.id);
        expect(after.stale).toEqual([]);
        if (item.kind !== 'line-end') continue;
        const printed = normalized(text, { decisions: [decision] }).chapters.map((c) => c.markdown);
        expect(printed.join('').includes('等到天亮以后来')).toBe(outcome.choice?.do === 'join');
      }
    }
  });

  it('is listed as the editor’s own, with its words as they stand in the file', () => {
    const decision: Decision = { choice: { do: 'join' }, before: '天亮以', after: '后来' };
    const [item] = reviewOf(text, decision).items.filter(({ state }) => state === 'decided');
    expect(item?.places[0]?.anchor).toEqual({ before: '天亮以', after: '后来' });
    expect(item?.outcomes.map(({ choice, current }) => [choice?.do, current])).toEqual([
      ['join', true],
      ['break', false],
    ]);
  });

  it('that finds no place is told, with the decision, so that it can be deleted', () => {
    const lost: Decision = { choice: { do: 'join' }, before: '不在这里的话', after: '也没有' };
    expect(reviewOf(text, lost).stale).toMatchObject([
      { decision: lost, diagnostic: { code: 'decision-stale', place: { file: names.decisionsFile } } },
    ]);
  });
});

describe('a hyphen at a line end', () => {
  const lines = [
    'He had been walking along the river for the whole of the day, and had a pos-',
    'sible reason for it, which nobody but himself was ever going to know about,',
    'because he was not given to telling others what he thought of the matter at',
  ];
  const text = Array.from({ length: 6 }, () => lines.join('\n')).join('\n');

  it('goes, stays, or ends a paragraph, and is then settled', () => {
    const [item] = open(reviewOf(text)).filter(({ rule }) => rule === 'hyphen');
    expect(item?.outcomes.map(({ choice }) => choice)).toEqual([
      { do: 'replace', from: '-', to: '' },
      { do: 'keep', from: '-' },
      { do: 'break' },
    ]);
    const results = [0, 1, 2].map((outcome) => {
      const decision = decisionOf(item, outcome);
      expect(
        open(reviewOf(text, decision)).flatMap(({ places }) => places.map(({ start }) => start)),
      ).not.toContain(item?.places[0]?.start);
      return normalized(text, { decisions: [decision] }).chapters[0]?.markdown ?? '';
    });
    expect(results[0]).toContain('a possible reason');
    expect(results[1]).toContain('a pos-sible reason');
    expect(results[2]).toContain('a pos-\n\nsible reason');
  });
});

describe('an item of the review', () => {
  it('keeps its name when the text is scanned again and something else has changed', () => {
    const page = (first: string, second: string) => book(`${first}\n${body} ${body}\n${torn}\n${second}`);
    const ids = (text: string) => open(reviewOf(text)).map(({ id }) => id);
    const scanned = ids(page('开头的一段话，写得很长，说的是春天。', body));
    expect(scanned.length).toBeGreaterThan(1);
    const again = page('开头这一段完全不同了。\n而且多了一段，也没有什么。', `${body}后来又添了一句。`);
    expect(ids(again)).toEqual(scanned);
  });
});

describe('the table of chapters', () => {
  const chapter = (n: string, length: number) => `第${n}章 路上\n${body.repeat(length)}`;

  it('tells what is odd: a missing number, a length unlike the others, marks that do not pair', () => {
    const text = [
      chapter('一', 4),
      chapter('二', 4),
      chapter('三', 40),
      `${chapter('五', 4)}“他说。`,
      chapter('六', 4),
      chapter('七', 4),
    ].join('\n');
    const { chapters } = reviewOf(text);
    const odd = chapters.map(({ odd: notes }) => notes.map(({ code }) => code));
    expect(odd).toEqual([
      [],
      [],
      ['chapter-long'],
      ['chapter-number-missing', 'chapter-marks-unpaired'],
      [],
      [],
    ]);
    expect(Math.max(...chapters.map(({ oddness }) => oddness))).toBe(chapters[3]?.oddness);
  });

  it('takes a speech of several paragraphs for none that lacks its mark', () => {
    const speech = `第一章 谈话\n“${body}\n“${body}\n“${body}”\n他走了。\n第二章 以后\n${body}`;
    expect(reviewOf(speech).chapters[0]?.odd).toEqual([]);
  });
});

describe('the text to read', () => {
  it('is the chapters as they came out, each character with its place in the raw text', () => {
    const raw = `第一章 春\n\n　　春天来了,万物复苏，\n江水 暖了，一天比一天暖，柳树也绿了，花也开了，到处是人，到处是笑声。\n\n　　鸭子先知道。\n\n第二章 夏\n\n　　蝉声四起。\n`;
    const { blocksOf } = makeReview(normalized(raw), names);
    const [heading, first] = blocksOf(0);
    expect(heading).toMatchObject({ role: 'heading', level: 1, start: 0 });
    expect(first?.pieces.map(({ text }) => text).join('')).toContain('春天来了，万物复苏，江水暖了，');
    expect(first?.pieces.map(({ text, raw: was }) => was ?? text).join('')).toContain(
      '春天来了,万物复苏，\n江水 暖了，',
    );
    expect(first?.lines.map((offset) => raw.slice(offset, offset + 2))).toEqual(['春天', '江水']);
    for (const { text, offset, raw: was } of first?.pieces ?? [])
      expect(raw.startsWith(was ?? text, offset)).toBe(true);
    expect(blocksOf(9)).toEqual([]);
  });
});
