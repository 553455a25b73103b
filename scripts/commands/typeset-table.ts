import type { FaultKind } from '../check/typeset/rule.js';
import type { FoundFault, TypesetReport } from '../check/typeset/typeset-report.js';
import type { Locale } from '../diagnostics/catalogue.js';
import { columnWidth, padColumns, withoutControls } from './columns.js';

const titles: Record<Locale, Record<FaultKind, string>> = {
  en: {
    ragged: 'lines that end before the edge',
    'single-character': 'last lines of one character',
    'forbidden-mark': 'marks where none may stand',
    'off-grid': 'lines off the grid',
    'not-level': 'lines not level with the facing page',
    loose: 'loose lines',
    tight: 'tight lines',
    'lone-line': 'lines alone at a page’s head or foot',
    'heading-at-foot': 'headings at a page’s foot',
    hyphens: 'hyphens in a row beyond two',
    'short-page': 'pages with room for what follows',
  },
  'zh-CN': {
    ragged: '右端不齐的行',
    'single-character': '孤字（末行一字）',
    'forbidden-mark': '违反避头尾的行',
    'off-grid': '偏离行格的行',
    'not-level': '与对页不齐的行',
    loose: '松行',
    tight: '紧行',
    'lone-line': '孤行（页首页末一行）',
    'heading-at-foot': '落在页末的标题',
    hyphens: '连续两行以上的连字符',
    'short-page': '页末留空而下文放得下的页',
  },
};

const units: Partial<Record<FaultKind, Record<Locale, string>>> = {
  ragged: { en: 'pt', 'zh-CN': 'pt' },
  'off-grid': { en: 'pt', 'zh-CN': 'pt' },
  'not-level': { en: 'pt', 'zh-CN': 'pt' },
  loose: { en: 'em', 'zh-CN': 'em' },
  tight: { en: 'em', 'zh-CN': 'em' },
  'short-page': { en: 'lines', 'zh-CN': '行' },
};

/** Pages with faults that are shown, the worst first; `--json` has them all. */
const mostPages = 20;

/** The report for a person: the design as it was found, the counts, and the worst pages with their lines. */
export function typesetTable(report: TypesetReport, locale: Locale): readonly string[] {
  const pages = worstPages(report.faults);
  const shown = pages.slice(0, mostPages).flatMap((faults) => pageLines(faults, locale));
  const rest = pages.length - mostPages;
  const more = locale === 'en' ? `… and ${rest} more pages` : `……另有 ${rest} 页`;
  return [
    designLine(report, locale),
    '',
    ...countLines(report, locale),
    ...(shown.length > 0 ? ['', ...shown] : []),
    ...(rest > 0 ? [more] : []),
  ];
}

function designLine({ pages, lines, design }: TypesetReport, locale: Locale): string {
  const { size, line, recto, first, last } = design;
  const figures = {
    measure: ((recto.right - recto.left) / size).toFixed(1),
    size: size.toFixed(1),
    line: line.toFixed(1),
    rows: Math.round((last - first) / line) + 1,
  };
  return locale === 'en'
    ? `${pages} pages, ${lines} lines; measure ${figures.measure} em of ${figures.size} pt on ${figures.line} pt, ${figures.rows} lines a page`
    : `${pages} 页，${lines} 行；每行 ${figures.measure} 字，${figures.size} pt／行距 ${figures.line} pt，每页 ${figures.rows} 行`;
}

function countLines({ counts }: TypesetReport, locale: Locale): readonly string[] {
  const width = Math.max(...counts.map(({ kind }) => columnWidth(titles[locale][kind])));
  const code = Math.max(...counts.map(({ kind }) => kind.length));
  return counts.map(({ kind, found, among }) => {
    const share = found > 0 ? `1/${Math.round(among / found)}` : '';
    const title = padColumns(titles[locale][kind], width);
    return `${title}  ${kind.padEnd(code)}  ${String(found).padStart(6)} / ${among}  ${share}`.trimEnd();
  });
}

/** Faults by page, pages with the most first, those with as many in their order. */
function worstPages(faults: readonly FoundFault[]): readonly (readonly FoundFault[])[] {
  const pages = new Map<number, FoundFault[]>();
  for (const fault of faults) pages.set(fault.sheet, [...(pages.get(fault.sheet) ?? []), fault]);
  return [...pages.values()].sort((a, b) => b.length - a.length);
}

/** Lines of one page: where all break the same rule, a few of them are enough. */
const mostLines = 6;

function pageLines(faults: readonly FoundFault[], locale: Locale): readonly string[] {
  const [{ page, sheet } = { page: '', sheet: 0 }] = faults;
  const head =
    locale === 'en'
      ? `page ${page} (sheet ${sheet}): ${faults.length}`
      : `第 ${page} 页（第 ${sheet} 面）：${faults.length}`;
  const lines = faults.slice(0, mostLines).map(({ kind, amount, text }) => {
    const unit = units[kind]?.[locale];
    const measure = unit ? `${amount} ${unit}` : '';
    return `  ${kind.padEnd(16)}  ${measure.padEnd(9)}  ${withoutControls(text)}`;
  });
  return [head, ...lines, ...(faults.length > mostLines ? ['  …'] : [])];
}
