/** Elements whose end tag HTML lets one leave out (HTML Standard, 13.1.2.4). */
export const optionalEnd: ReadonlySet<string> = new Set([
  'p',
  'li',
  'dt',
  'dd',
  'rt',
  'rp',
  'tr',
  'td',
  'th',
  'thead',
  'tbody',
  'tfoot',
  'colgroup',
  'caption',
]);

const cells = ['p', 'td', 'th'];
const rows = [...cells, 'tr', 'caption', 'colgroup'];
const groups = [...rows, 'thead', 'tbody', 'tfoot'];

const endedBy: Readonly<Record<string, readonly string[]>> = {
  li: ['p', 'li'],
  dt: ['p', 'dt', 'dd'],
  dd: ['p', 'dt', 'dd'],
  rt: ['rt', 'rp'],
  rp: ['rt', 'rp'],
  td: cells,
  th: cells,
  tr: rows,
  thead: groups,
  tbody: groups,
  tfoot: groups,
  colgroup: ['caption', 'colgroup'],
};

/** The open elements that the start of another one ends, when they stand innermost. */
export function endsBefore(name: string, isBlock: boolean): readonly string[] {
  return endedBy[name] ?? (isBlock ? ['p'] : []);
}
