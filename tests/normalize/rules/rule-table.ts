import type { Example, RuleExamples } from './rule.js';

/** The table of scripts/normalize/README.md, made from the examples that the tests run. */
export function ruleTable(rules: readonly RuleExamples[]): string {
  const rows = rules.map(
    ({ rule, looksAt, fires, holdsBack }) =>
      `| \`${rule}\` | ${looksAt} | ${fired(fires[0])} | ${heldBack(holdsBack[0])} |`,
  );
  return ['| rule | looks at | fires | holds back |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function fired(example: Example | undefined): string {
  return example ? `${code(example.show)} → ${code(example.gives)}` : '';
}

function heldBack(example: Example | undefined): string {
  return example ? `${code(example.show)}: ${example.why ?? ''}` : '';
}

/** Text as code in a cell: line ends as ⏎, what prints nothing by its number. */
function code(text: string): string {
  const shown = text
    .replace(/\n+/g, '⏎')
    .replace(/\|/g, '\\|')
    .replace(
      /[\p{Cc}\ufeff]/gu,
      (char) => `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
    );
  return shown.includes('`') ? `\`\` ${shown} \`\`` : `\`${shown}\``;
}
