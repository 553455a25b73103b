import { h } from 'hastscript';
import { expect, it } from 'vitest';
import { keepTableWords } from '../../scripts/ebook/table-words.js';

/** Whether the words of a table of these rows stay whole on every screen. */
function staysWhole(...rows: readonly (readonly string[])[]): boolean {
  const table = h(
    'table',
    rows.map((cells) =>
      h(
        'tr',
        cells.map((cell) => h('td', cell)),
      ),
    ),
  );
  keepTableWords({ type: 'root', children: [table] });
  return String(table.properties.className ?? '') === 'whole-words';
}

it('a table whose longest words stand side by side on any screen keeps them whole', () => {
  expect(staysWhole(['bibliography', '书后'], ['index', '书后，两栏，小字，条目悬挂'])).toBe(true);
  expect(staysWhole(['2016', '14.2'], ['2018', '36,500'])).toBe(true);
});

it('a table that may be wider than a telephone lets a word break anywhere: nothing stands outside of the page', () => {
  expect(staysWhole(['https://example.com/a/very/long/address', '地址'])).toBe(false);
  expect(staysWhole(['2016', '14.2', '36,500', '三只', '1,000,000'])).toBe(false);
});
