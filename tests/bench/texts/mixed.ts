import { Chance } from '../../../scripts/bench/chance.js';
import { picture } from './picture.js';
import { charactersOnPage, paragraph, prose } from './prose.js';
import type { Block, Text } from './text.js';
import { words } from './words.js';

/** Besides its prose a page in so many has one of these. */
const every = { note: 1, section: 4, figure: 10, table: 12 } as const;
/** The share of the pages that the prose fills; notes, pictures and tables take the rest. */
const proseShare = 0.72;

/** A book of about so many pages with a note on each, headings, and now and then a figure or a table. */
export function mixed(pages: number): Text {
  const chance = new Chance(pages + 1);
  const base = prose(Math.round(pages * proseShare));
  const pictures = new Map<string, Uint8Array>();
  const chapters = base.chapters.map(({ title, blocks }) => ({
    title,
    blocks: blocks.flatMap((block): readonly Block[] => {
      if (block.kind !== 'paragraph') return [block];
      const isDue = (pagesApart: number): boolean =>
        chance.next() < (block.text.length / charactersOnPage / pagesApart) * (1 / proseShare);
      const note = isDue(every.note) ? { note: paragraph(chance, chance.between(15, 70)) } : {};
      const made: Block[] = isDue(every.section) ? [{ kind: 'section', title: words(chance, 6) }] : [];
      made.push({ ...block, ...note });
      if (isDue(every.figure)) {
        const name = `figure-${pictures.size + 1}.png`;
        pictures.set(name, picture(chance));
        made.push({ kind: 'figure', picture: name, caption: `图${pictures.size} ${words(chance, 8)}` });
      }
      if (isDue(every.table)) made.push(table(chance));
      return made;
    }),
  }));
  return { ...base, name: `mixed-${pages}`, chapters, pictures };
}

function table(chance: Chance): Block {
  const row = (): readonly string[] => chance.times(4, () => words(chance, chance.between(2, 5)));
  return { kind: 'table', rows: chance.times(chance.between(4, 9), row) };
}
