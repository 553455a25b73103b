import { describe, expect, it } from 'vitest';
import { blocksOf, editsOf } from './texts.js';

/** Cuts paragraphs into lines of so many characters, as a hard-wrapped plain text has them. */
function wrap(paragraphs: readonly string[], measure: number, indent = ''): string {
  return paragraphs
    .flatMap((paragraph) => {
      const chars = [...(indent + paragraph)];
      const lines: string[] = [];
      while (chars.length > 0) lines.push(chars.splice(0, measure).join(''));
      return lines;
    })
    .join('\n');
}

const prose = [
  '我冒了严寒，回到相隔二千余里，别了二十余年的故乡去。时候既然是深冬；渐近故乡时，天气又阴晦了，冷风吹进船舱中，呜呜的响。',
  '从篷隙向外一望，苍黄的天底下，远近横着几个萧索的荒村，没有一些活气。我的心禁不住悲凉起来了。阿！这不是我二十年来时时记得的故乡？',
  '我所记得的故乡全不如此。我的故乡好得多了。但要我记起他的美丽，说出他的佳处来，却又没有影像，没有言辞了。仿佛也就如此。',
  '于是我自己解释说：故乡本也如此，——虽然没有进步，也未必有如我所感的悲凉，这只是我自己心情的改变罢了，因为我这次回乡，本没有什么好心绪。',
];

describe('a line end in a Chinese text', () => {
  it('is closed up where lines were cut at a measure, without a space', () => {
    expect(blocksOf(wrap([...prose, ...prose], 24))).toEqual([...prose, ...prose]);
  });

  it('is closed up where every line is followed by a blank one', () => {
    const lines = wrap([...prose, ...prose], 24).replaceAll('\n', '\n\n');
    expect(blocksOf(lines)).toEqual([...prose, ...prose]);
  });

  it('ends a paragraph where the next line is indented', () => {
    expect(blocksOf(wrap([...prose, ...prose], 18, '\u3000\u3000'))).toEqual([...prose, ...prose]);
  });

  it('ends a paragraph where each line is one, and no line stops in mid-sentence', () => {
    expect(blocksOf(prose.join('\n'))).toEqual(prose);
    expect(editsOf(prose.join('\n'), 'join')).toEqual([]);
  });

  it('is closed up where a line of such a text stops in mid-sentence or in mid-word', () => {
    const [first = '', second = ''] = prose;
    const broken = [`${first.slice(0, 31)}\n\n${first.slice(31)}`, second].join('\n\n');
    expect(blocksOf(broken)).toEqual([first, second]);
    expect(editsOf(broken, 'join')).toEqual(['\n\n → ']);
  });

  it('is kept after names, titles and lines of verse, which have no marks', () => {
    const lines = ['床前看月光', '疑是地上霜', '举头望山月', '低头思故乡'];
    expect(blocksOf(`静夜思\n${lines.join('\n')}`).join('\n\n')).toBe(
      `# 静夜思\n\n::: verse\n${lines.join('\n\n')}\n:::`,
    );
  });

  it('is kept at a line of ornaments, which becomes a break of the scene', () => {
    expect(blocksOf(`${prose[0]}\n＊＊＊\n${prose[1]}`)).toEqual([prose[0], '***', prose[1]]);
    expect(editsOf(`${prose[0]}\n＊＊＊\n${prose[1]}`, 'scene-break')).toEqual(['＊＊＊ → ***']);
  });
});

describe('a line end in an English text', () => {
  const words =
    'It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of foolishness, it was the epoch of belief, it was the epoch of incredulity, it was the season of Light, it was the season of Darkness.'.split(
      ' ',
    );
  /** Fills lines greedily; `hyphenate` cuts one word at its line end. */
  function fill(list: readonly string[], measure: number): string {
    const lines = [''];
    for (const word of list) {
      const last = lines.at(-1) ?? '';
      if (last === '') lines[lines.length - 1] = word;
      else if (last.length + 1 + word.length <= measure) lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(word);
    }
    return lines.join('\n');
  }
  const page = [1, 2, 3, 4].map(() => fill(words, 44)).join('\n');

  it('becomes one space', () => {
    expect(blocksOf(page)).toEqual([1, 2, 3, 4].map(() => words.join(' ')));
  });

  it('loses the hyphen of a word that stands whole elsewhere, and keeps one that is spelt with it', () => {
    const broken = page
      .replace('incredulity', 'incre-\ndulity')
      .replace('wisdom,', 'well-known wisdom, well-\nknown');
    const text = blocksOf(broken).join(' ');
    expect(text).toContain('incredulity');
    expect(text).toContain('well-known wisdom, well-known');
    expect(text).not.toContain('incre-');
  });
});

describe('page furniture of a pasted PDF', () => {
  const lines = wrap([...prose, ...prose, ...prose, ...prose, ...prose, ...prose], 16).split('\n');
  const pages = lines.flatMap((line, i) => (i > 0 && i % 20 === 0 ? [String(i / 20), '故乡', line] : [line]));

  it('goes to the ledger, and the paragraph that it broke is one again', () => {
    expect(lines.length).toBeGreaterThan(80);
    const text = pages.join('\n');
    expect(blocksOf(text).join('')).toBe(lines.join(''));
    expect(editsOf(text, 'furniture').slice(0, 2)).toEqual(['1\n → ', '故乡\n → ']);
  });

  it('is no furniture where numbers stand in no rhythm', () => {
    const text = [...prose, '1', '2', ...prose].join('\n');
    expect(editsOf(text, 'furniture')).toEqual([]);
  });
});
