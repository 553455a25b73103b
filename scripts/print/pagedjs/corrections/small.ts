import type { Correction } from '../correction.js';

/** Corrections of a line or two. */
export const smallCorrections: readonly Correction[] = [
  {
    name: 'closing-quote-of-strings',
    fault:
      'StringSets leaves the CSS string open: a running head with string(x) before other content vanishes.',
    edits: ['First', 'Last', 'Start', 'FirstExcept'].map((which) => ({
      find: `\`"\${cleanPseudoContent(var${which})}\``,
      replacement: `\`"\${cleanPseudoContent(var${which})}"\``,
    })),
  },
  {
    name: 'ids-that-repeat',
    fault:
      'Ids come from the clock and chance. They stand in the rewritten style sheet too (`A + B` and `:nth-of-type` ' +
      'become classes of their own), so chapters laid out apart could not share one. Here they count from ' +
      '`pagedjsIds`, which each layout sets to 0: the same style sheet gets the same ids in every layout.',
    edits: [
      {
        find: 'function UUID() {',
        replacement:
          'function UUID() {\n\tglobalThis.pagedjsIds = (globalThis.pagedjsIds || 0) + 1;\n' +
          '\treturn "id-" + globalThis.pagedjsIds;',
      },
    ],
  },
];
