import type { Hunk } from './diff.js';
import type { Relations, Sides } from './three-way.js';
import { isSign, sign } from './tokens.js';

/** What the tokens of a passage say of hunks that touch, or that stand at the same place. */
export function relationsOf(tokens: Sides<readonly string[]>): Relations {
  const put = (side: 'mine' | 'theirs', { from, to }: Hunk): readonly string[] =>
    tokens[side].slice(from, to);
  const all = (side: 'mine' | 'theirs', hunk: Hunk): readonly string[] => [
    ...tokens.base.slice(hunk.start, hunk.end),
    ...put(side, hunk),
  ];
  return {
    isEntangled(mine, theirs) {
      const both = [all('mine', mine), all('theirs', theirs)];
      // Lines of front matter can be changed one by one; other structure that touches is one change.
      return both.every((row) => row.some(isSign)) && !both.every((row) => row.every(isHeadLine));
    },
    first(mine, theirs) {
      const [own, other] = [put('mine', mine), put('theirs', theirs)];
      const place = isInline(own) ? placeOf(other) : isInline(other) ? placeOf(own) : 'unclear';
      if (place === 'unclear') return undefined;
      return isInline(own) === (place === 'after') ? 'mine' : 'theirs';
    },
  };
}

/**
 * Where structure stands that is put in at the same place as words: `::: verse` and its line end, or the
 * marks of a heading, before them; a line end and `:::` after them. What parts two lines could be either.
 */
function placeOf(structure: readonly string[]): 'before' | 'after' | 'unclear' {
  if (/^#{1,6} $/.test(structure.join(''))) return 'before';
  const [opens, closes] = [endsLine(structure[0]), endsLine(structure.at(-1))];
  return opens === closes ? 'unclear' : opens ? 'after' : 'before';
}

function endsLine(token: string | undefined): boolean {
  return token !== undefined && (token === '\n' || isSign(token));
}

function isHeadLine(token: string): boolean {
  return token.startsWith(sign.headLine);
}

/** Whether tokens are words of one line, and no marks of a heading. */
function isInline(tokens: readonly string[]): boolean {
  return !tokens.some(endsLine) && tokens[0] !== '#';
}
