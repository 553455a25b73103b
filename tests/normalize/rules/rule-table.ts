import type { Example, RuleExamples } from './rule.js';

/** The table of scripts/normalize/README.md, made from the examples that the tests run. */
export function ruleTable(rules: readonly RuleExamples[]): string {
  const rows = rules.map(
    ({ rule, looksAt, fires, holdsBack }) =>
      `| \`${rule}\` | ${looksAt} | ${shown(fires[0])} | ${shown(holdsBack[0])} |`,
  );
  return ['| rule | looks at | fires | holds back |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function shown(example: Example | undefined): string {
  if (!example) return '';
  const text = example.show.replace(/\n/g, '⏎').replace(/\|/g, '\\|');
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}
