import type { LoadedConstruct, OwnConstruct, OwnMatch } from '../model/extension.js';
import { Guard } from './guard.js';
import { readContent, shownOnly } from './own-content.js';

/** So long (ms) a construct may take with one paragraph or container. */
const limit = 2_000;

export function loadConstruct(
  { name, inline, block }: OwnConstruct,
  files: readonly string[],
): LoadedConstruct {
  const guard = new Guard('construct', name, files, limit);
  return {
    name,
    ...(inline && {
      inline: {
        find: (text) => guard.call(() => matchesIn(text, inline.pattern)),
        make: (match) => guard.call(() => readContent(inline.make([...match]))),
      },
    }),
    ...(block && {
      block: {
        word: block.word,
        make: ({ children, ...said }) =>
          guard.call(() => {
            const { shown, originals } = shownOnly(children);
            return readContent(block.make({ ...said, children: shown }), originals);
          }),
      },
    }),
  };
}

/** Every place that a pattern finds, left to right; a place without characters is none. */
function matchesIn(text: string, { source, flags }: RegExp): readonly OwnMatch[] {
  const everywhere = new RegExp(source, `${flags.replace(/[gy]/g, '')}g`);
  return [...text.matchAll(everywhere)]
    .filter(([whole]) => whole !== '')
    .map((match) => {
      const groups = Array.from(match, (group: string | undefined) => group ?? '');
      return { start: match.index, end: match.index + match[0].length, groups };
    });
}
