import type { Chance } from './chance.js';
import { type Piece, piece } from './piece.js';
import type { RandomText } from './random-text.js';

/** Pictures of odd sizes that every random book has, by path; see random-book.ts. */
export const pictureNames = ['square.svg', 'wide.svg', 'high.svg', 'dot.svg', 'large.svg'] as const;

export type BlockMaker = (text: RandomText, chance: Chance) => Piece;

/** What a random chapter may hold; names are for the tables of failures. */
export const blocks: Readonly<Record<string, BlockMaker>> = {
  heading: (text, chance) => piece('', [`${'#'.repeat(chance.between(2, 6))} ${text.word()}标题`]),
  paragraph,
  longParagraph: (text, chance) =>
    piece(
      '',
      chance.times(chance.between(40, 160), () => text.sentence()),
    ),
  refrain: (_, chance) => {
    const line = chance.of(['春江潮水连海平海上明月共潮生，', '啊，', '一唱三叹。', '<b>和</b>声，']);
    return piece(
      '',
      chance.times(chance.seldomUpTo(5, 400), () => line),
    );
  },
  names: (text, chance) =>
    piece(
      '字'.repeat(chance.between(0, 20)),
      chance.times(chance.seldomUpTo(5, 220), (index) => `<b>〔${index}〕名</b>和`),
      '',
      text.serial(),
    ),
  rubyParagraph: (text, chance) =>
    piece(
      '',
      chance.times(chance.seldomUpTo(3, 60), () => text.ruby(8)),
    ),
  longWord: (text, chance) =>
    piece('', [text.plain(), text.longWord(chance.seldomUpTo(60, 6000)), text.plain()]),
  address: (text, chance) =>
    piece(
      '',
      chance.times(chance.between(1, 6), () => `${text.plain()}${text.address(chance.seldomUpTo(2, 60))} `),
    ),
  notes,
  quote: (text, chance) =>
    piece(
      '',
      chance.times(chance.seldomUpTo(1, 14), () => `> ${text.sentence()}${text.sentence()}`),
      '\n>\n',
    ),
  nestedQuote: (text, chance) =>
    piece(
      '',
      chance.times(chance.between(1, 4), (index) => `${'> '.repeat(index + 1)}${text.plain()}`),
      '\n',
    ),
  container,
  lines: (text, chance) =>
    piece(
      `::: ${chance.of(['verse', 'lines', 'signoff'])}\n`,
      chance.times(chance.seldomUpTo(2, 80), () => text.plain()),
      '\\\n',
      '\n:::',
    ),
  code: (text, chance) =>
    piece(
      '```\n',
      chance.times(chance.seldomUpTo(1, 150), () => codeLine(text, chance)),
      '\n',
      '\n```',
    ),
  figure: (text, chance) =>
    piece(
      `<figure><img src="../images/${chance.of(pictureNames)}" alt="图">`,
      [caption(text, chance)],
      '',
      '</figure>',
    ),
  picture: (text, chance) =>
    piece('', [text.plain(), `![图](../images/${chance.of(pictureNames)})`], chance.of(['', '\n\n'])),
  ruled: (text) => piece('', ['***', text.plain()], '\n\n'),
  breaks: (text, chance) =>
    piece(
      '',
      chance.times(chance.seldomUpTo(2, 60), (index) => (index % 7 === 0 ? text.word() : '')),
      '<br>',
    ),
  empty: (text, chance) =>
    piece(
      '',
      [
        chance.of([
          '<p></p>',
          '<div></div>',
          '<ul><li></li></ul>',
          '<div><p></p><div></div></div>',
          '<p><b></b></p>',
        ]),
        text.plain(),
      ],
      '\n\n',
    ),
  boxes: (text, chance) => {
    const depth = chance.between(1, 6);
    const open = chance.times(depth, (index) => (index % 2 === 0 ? '<div>' : '<section>')).join('');
    const close = chance
      .times(depth, (index) => ((depth - index) % 2 === 1 ? '</div>' : '</section>'))
      .join('');
    return piece(
      open,
      chance.times(chance.between(1, 9), () => `<p>${text.sentence()}</p>`),
      '',
      close,
    );
  },
  deepInline: (text, chance) => {
    const tags = ['b', 'i', 'u', 'em', 'span', 'small', 's'].slice(0, chance.between(2, 7));
    const parts = chance.times(chance.seldomUpTo(2, 60), () => text.plain());
    return piece(
      tags.map((tag) => `<${tag}>`).join(''),
      parts,
      '',
      tags
        .reverse()
        .map((tag) => `</${tag}>`)
        .join(''),
    );
  },
};

function paragraph(text: RandomText, chance: Chance): Piece {
  return piece(
    '',
    chance.times(chance.between(1, 12), () => text.sentence()),
    chance.of(['', '\n']),
  );
}

/** Paragraphs that call notes, and the notes: a few words, or more than a page can hold. */
function notes(text: RandomText, chance: Chance): Piece {
  const parts = chance.times(chance.seldomUpTo(1, 12), () => {
    const label = text.serial().replace(/\D/g, '');
    const body = chance.times(chance.seldomUpTo(1, 30), () => text.sentence()).join('');
    const more = chance.isOnce(6) ? `\n\n    ${text.plain()}` : '';
    return `${text.plain()}[^n${label}]${text.plain()}\n\n[^n${label}]: ${body}${more}`;
  });
  return piece('', parts, '\n\n');
}

function container(text: RandomText, chance: Chance): Piece {
  const name = chance.of([
    'epigraph',
    'letter',
    'note',
    'captions',
    'caption',
    'credit',
    'continuation',
    'dateline',
    'byline',
  ]);
  const most = name === 'letter' || name === 'note' ? 20 : 4;
  return piece(
    `::: ${name}\n`,
    chance.times(chance.seldomUpTo(1, most), () => text.sentence()),
    '\n\n',
    '\n:::',
  );
}

function caption(text: RandomText, chance: Chance): string {
  return `<figcaption>${chance.times(chance.seldomUpTo(1, 12), () => text.plain()).join('')}</figcaption>`;
}

function codeLine(text: RandomText, chance: Chance): string {
  const indent = ' '.repeat(2 * chance.between(0, 3));
  if (chance.isOnce(20)) return '';
  if (chance.isOnce(8)) return indent + text.address(chance.seldomUpTo(2, 30));
  return `${indent}const value${text.serial()} = [1, 2, 3]; // ${text.word()}`;
}
