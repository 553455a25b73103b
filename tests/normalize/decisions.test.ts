import { describe, expect, it } from 'vitest';
import {
  compactText,
  findAnchor,
  makeAnchor,
  makeAnchors,
} from '../../scripts/normalize/decisions/anchors.js';
import type { Choice, Decision } from '../../scripts/normalize/decisions/decision.js';
import { readDecisions } from '../../scripts/normalize/decisions/decisions-file.js';
import {
  withDecision,
  withDecisions,
  withoutDecision,
} from '../../scripts/normalize/decisions/edit-decisions.js';
import { overruled } from '../../scripts/normalize/decisions/overruled.js';
import { resolveDecisions } from '../../scripts/normalize/decisions/resolve-decisions.js';
import { normalized } from './texts.js';

const body = '他沿着河走了一整天，谁也没有遇见。天黑的时候，他在树下坐了下来。';

/** A decision at the place that `|` marks in a piece of the text. */
function decide(place: string, choice: Choice, nth?: number): Decision {
  const [before = '', after = ''] = place.split('|');
  return { choice, before, after, ...(nth !== undefined && { nth }) };
}

function blocks(text: string, ...decisions: readonly Decision[]): readonly string[] {
  return normalized(text, { decisions })
    .chapters.map(({ markdown }) => markdown)
    .join('\n')
    .replace(/^---\n[\s\S]*?\n---\n/gm, '')
    .trim()
    .split(/\n{2,}/);
}

describe('an editor', () => {
  it('joins what the rules left apart, and parts what they joined', () => {
    const text = `${body}\n天亮以后\n他又走了。\n${body}`;
    expect(blocks(text, decide('天亮以后|他又', { do: 'join' }))[1]).toBe('天亮以后他又走了。');
    const torn = `${body}房源、\n物资等底数。\n${body}`;
    expect(blocks(torn)[0]).toContain('房源、物资等');
    expect(blocks(torn, decide('房源、|物资', { do: 'break' }))[1]).toBe('物资等底数。');
  });

  it('parts a line where no space stood', () => {
    expect(blocks(`甲乙丙。${body}`, decide('甲乙丙。|他沿', { do: 'break' }))).toEqual(['甲乙丙。', body]);
  });

  it('makes a line a heading, a chapter, or running text again', () => {
    const text = `${body}\n过河\n${body}\n第一章 出门\n${body}\n第二章 回家\n${body}`;
    expect(blocks(text, decide('|过河他沿着', { do: 'heading', level: 2 }))).toContain('## 过河');
    const chapters = normalized(text, { decisions: [decide('|过河他沿着', { do: 'chapter' })] }).chapters;
    expect(chapters.map(({ heading }) => heading)).toEqual([undefined, '过河', '第一章 出门', '第二章 回家']);
    const plain = normalized(text, { decisions: [decide('|第一章', { do: 'not-heading' })] }).chapters;
    expect(plain.map(({ heading }) => heading)).toEqual([undefined, '第二章 回家']);
  });

  it('makes several display lines one heading', () => {
    const text = `${body}\n众志成城\n共克时艰\n${body}`;
    expect(blocks(text, decide('|众志成城', { do: 'heading', level: 2, lines: 2 }))).toContain(
      '## 众志成城 共克时艰',
    );
  });

  it('gives a line its role, takes furniture out, and keeps what was taken for it', () => {
    const text = `${body}\n本报记者王小明\n${body}`;
    expect(blocks(text, decide('|本报记者', { do: 'role', role: 'credit' }))[1]).toBe(
      ':::: captions\n::: credit\n本报记者王小明\n:::\n::::',
    );
    expect(blocks(text, decide('|本报记者', { do: 'role', role: 'furniture' }))).toEqual([body, body]);
  });

  it('replaces characters, and keeps what a rule would have changed', () => {
    const text = `${body}如常!\n${body}`;
    expect(blocks(text)[0]).toMatch(/如常！$/);
    expect(blocks(text, decide('如常|!', { do: 'keep' }))[0]).toMatch(/如常!$/);
    expect(blocks(text, decide('如|常!', { do: 'replace', from: '常', to: '昔' }))[0]).toMatch(/如昔！$/);
    expect(blocks(text, decide('如常|!', { do: 'replace', from: '', to: '也' }))[0]).toMatch(/如常也！$/);
  });

  it('is told which decision no longer finds its place, or fits several', () => {
    const { stale } = normalized(`${body}\n${body}`, {
      decisions: [decide('不在这里的话|也没有', { do: 'join' }), decide('一整天|，', { do: 'keep' })],
    });
    expect(stale.map(({ why }) => why)).toEqual(['decision-stale', 'decision-ambiguous']);
  });
});

describe('a newer decision', () => {
  const text = `${body}房源、\n物资等底数。\n${body}`;
  const overruledBy = (newer: Decision, older: Decision) =>
    overruled(resolveDecisions(text, [older, newer]).placed, [newer]);

  it.each([
    ['of the same line', decide('、|物资', { do: 'join' }), decide('房源、|物资等底', { do: 'break' })],
    [
      'of some of the same characters',
      decide('物资|等底', { do: 'keep', from: '等底' }),
      decide('物|资等', { do: 'replace', from: '资等', to: '料的' }),
    ],
    [
      'that breaks a line within replaced characters',
      decide('物资|等底', { do: 'break' }),
      decide('|物资等', { do: 'replace', from: '物资等', to: '物资的' }),
    ],
  ])('overrules an older one %s, though it names the place by other words', (_, newer, older) => {
    expect(overruledBy(newer, older)).toEqual([older]);
  });

  it('leaves alone what is said of another place, or of the characters beside a line end', () => {
    const newer = decide('房源、|物资', { do: 'break' });
    expect(overruledBy(newer, decide('|房源、', { do: 'replace', from: '房', to: '屋' }))).toEqual([]);
    expect(overruledBy(newer, decide('|物资等', { do: 'replace', from: '物', to: '人' }))).toEqual([]);
  });
});

describe('a place named by its text', () => {
  const text = `${body}\n${body.replace('河', '江')}\n${body}`;

  it('is found again, whichever of its likes it is', () => {
    const compact = compactText(text);
    for (const offset of [0, 3, body.length + 1, body.length + 10, text.length - 3]) {
      const found = findAnchor(compact, makeAnchor(compact, offset));
      expect(found).toMatchObject({ after: offset });
    }
  });

  it('is found in a new scan that wraps otherwise, sets other quotes, or misreads a character near it', () => {
    const anchor = makeAnchor(compactText('他说：“今天的风很大，我们不要出门了。”她点点头。'), 11);
    const scan = compactText('他说：「今天的风\n很大，我们\n不要出冂了。」她点点头。');
    expect(findAnchor(scan, anchor)).toMatchObject({ after: 12 });
  });
});

describe('the decisions file', () => {
  const decision: Decision = { choice: { do: 'break' }, before: '房源、', after: '物资等' };

  it('is read back as it was written, and keeps the comments of a person', () => {
    const first = withDecision('', decision);
    expect(readDecisions(first, 'd.yaml').value).toMatchObject([decision]);
    const noted = first.replace('  - do: break', '  # asked the author\n  - do: break');
    const second = withDecision(noted, {
      choice: { do: 'replace', from: '緊', to: '紧' },
      before: '加',
      after: '緊布局',
    });
    expect(second).toContain('# asked the author');
    expect(readDecisions(second, 'd.yaml').value).toHaveLength(2);
    expect(readDecisions(withoutDecision(second, decision), 'd.yaml').value).toHaveLength(1);
  });

  it('stays as a person wrote it, to the byte, but for what is written and taken out', () => {
    const [other, third] = [
      { choice: { do: 'join' }, before: '丙', after: '丁' },
      { choice: { do: 'join' }, before: '戊', after: '己' },
    ] as const;
    const yaml =
      '# ours\ndecisions:\n\n    # asked the author\n    - do: break   # sure\n      before: "房源、"\n      after: 物资等\n    - {do: join, before: 丙, after: 丁}  # as in the scan\nnotes: [a,   b]\n';
    const changed = withDecisions(yaml, {
      set: [{ ...decision, choice: { do: 'join' } }, third],
      unset: [other],
    });
    expect(changed).toBe(
      '# ours\ndecisions:\n\n    # asked the author\n    - do: join\n      before: 房源、\n      after: 物资等\n    - do: join\n      before: 戊\n      after: 己\nnotes: [a,   b]\n',
    );
  });

  it.each([
    ['[]\n'],
    ['decisions: []\n'],
    ['decisions:\n'],
    ['notes: none\n'],
    ['# only a note\n'],
  ])('that reads %j takes a first entry, and gives it up again', (yaml) => {
    const first = withDecision(yaml, decision);
    expect(readDecisions(first, 'd.yaml').value).toMatchObject([decision]);
    expect(readDecisions(withoutDecision(first, decision), 'd.yaml').value).toEqual([]);
  });

  it('takes thousands of decisions at once, and finds the place of each', () => {
    const sentences = Array.from({ length: 3000 }, (_, i) => `他在第${i}天走到了河边， 又走了回来。`);
    const text = sentences.join('\n');
    const compact = compactText(text);
    const offsets = [...text.matchAll(/ /g)].map(({ index }) => index);
    const anchorOf = makeAnchors(compact, offsets);
    const choice = { do: 'replace', from: ' ', to: '' } as const;
    const started = performance.now();
    const yaml = withDecisions('', { set: offsets.map((offset) => ({ choice, ...anchorOf(offset) })) });
    const { placed, stale } = resolveDecisions(text, readDecisions(yaml, 'd.yaml').value ?? []);
    expect(performance.now() - started).toBeLessThan(3000);
    expect(stale).toEqual([]);
    expect(placed.map(({ place }) => place.before)).toEqual(offsets);
  });

  it('holds one word on a line end: the last', () => {
    const yaml = withDecision(withDecision('', decision), { ...decision, choice: { do: 'join' } });
    expect(readDecisions(yaml, 'd.yaml').value).toMatchObject([{ choice: { do: 'join' } }]);
  });

  it.each([
    ['- do: fly\n  before: 甲', '`do: fly` is unknown', 1],
    ['- do: join', 'it names no place: `before` or `after` is missing', 1],
    ['# x\n- do: heading\n  after: 甲', 'a heading needs a `level` from 1 to 6', 2],
    ['- do: role\n  role: poem\n  after: 甲', 'a role is one of', 1],
    ['- do: replace\n  from: 甲\n  to: "乙\\n丙"\n  after: 甲', '`to` holds a line end', 1],
  ])('with %j is refused with its line', (yaml, problem, line) => {
    const { value, diagnostics } = readDecisions(yaml, 'd.yaml');
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'decision-invalid', place: { file: 'd.yaml', line } }]);
    expect(diagnostics[0]?.message).toContain(problem);
  });

  it('that is no list, or no YAML, is refused', () => {
    expect(readDecisions('decisions: 3', 'd.yaml').diagnostics[0]?.code).toBe('decisions-unreadable');
    expect(readDecisions('a: [', 'd.yaml').diagnostics[0]?.code).toBe('decisions-unreadable');
    expect(readDecisions('', 'd.yaml').value).toEqual([]);
  });
});
