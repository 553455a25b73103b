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
    name: 'no-hyphen-of-its-own',
    fault:
      'Layout.hyphenateAtBreak writes a hyphen into the text wherever a page ends between two letters, in a cell or an ' +
      'address that the browser broke without one. Here it stands where a soft hyphen does, and not in the text ' +
      '(styles/base/print/text.css draws it).',
    edits: [
      {
        find: '\t\t\tif (\n\t\t\t\t(breakLetter && /^\\w|\\u00AD$/.test(prevLetter)',
        until: '\n\t\t\t) {\n',
        replacement: '\t\t\tif (prevLetter === "\\u00AD") {\n',
      },
      {
        find: '\t\t\t\tstartContainer.textContent += this.settings.hyphenGlyph || "\\u2011";\n',
        replacement: '',
      },
    ],
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
