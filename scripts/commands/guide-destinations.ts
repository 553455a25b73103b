import type { Locale } from '../diagnostics/catalogue.js';
import { packageRoot } from '../files/package-root.js';
import type { Destination } from '../model/destination.js';
import { knownDestinations, loadDestination } from '../theme/destination.js';

/** The destinations that Banxin brings, each with what it asks for, as a list of terms. */
export async function destinationParts(locale: Locale): Promise<string> {
  const names = await knownDestinations(packageRoot);
  const loaded = await Promise.all(names.map((name) => loadDestination(name, packageRoot)));
  const entries = loaded.flatMap(({ value }) => (value ? [entryOf(value, locale)] : []));
  return `${entries.join('\n').trimEnd()}\n`;
}

function entryOf(destination: Destination, locale: Locale): string {
  const isEnglish = locale === 'en';
  const facts = [...pageFacts(destination, isEnglish), ...limitFacts(destination, isEnglish)];
  const [colon, comma] = isEnglish ? [': ', '; '] : ['：', '；'];
  const end = isEnglish ? '.' : '。';
  return `\`${destination.name}\`\n: ${destination.label[locale]}${colon}${facts.join(comma)}${end}\n`;
}

function pageFacts({ sheet, trim, standard, bleed, marks }: Destination, isEnglish: boolean): string[] {
  return [
    ...(sheet
      ? [
          isEnglish
            ? `spreads on a sheet of ${sheet.width} × ${sheet.height} mm, ${sheet.margin} mm left blank`
            : `对开两页放在 ${sheet.width} × ${sheet.height} 毫米的纸上，四边留白 ${sheet.margin} 毫米`,
        ]
      : []),
    ...(trim === undefined ? [] : [isEnglish ? `trim \`${trim}\`` : `开本 \`${trim}\``]),
    ...(standard
      ? [{ 'x-4': 'PDF/X-4', 'x-1a': 'PDF/X-1a:2003', 'x-1a:2001': 'PDF/X-1a:2001' }[standard]]
      : []),
    ...(bleed ? [bleedFact(bleed, isEnglish)] : []),
    ...(marks ? [isEnglish ? 'printer’s marks' : '带裁切标记'] : []),
  ];
}

function bleedFact({ size, edges, when }: NonNullable<Destination['bleed']>, isEnglish: boolean): string {
  const atSpine = edges === 'all' ? '' : isEnglish ? ', none at the spine' : '，订口一侧没有';
  const ifNeeded = when === 'always' ? '' : isEnglish ? ', where a page needs it' : '，需要时才有';
  return isEnglish ? `bleed ${size} mm${atSpine}${ifNeeded}` : `出血 ${size} 毫米${atSpine}${ifNeeded}`;
}

function limitFacts({ margins, pages, resolution, ink }: Destination, isEnglish: boolean): string[] {
  const { least, most, signature = 1 } = pages ?? {};
  const range = `${least ?? 1}–${most ?? '…'}`;
  return [
    ...(margins ? [marginFact(margins, isEnglish)] : []),
    ...(least === undefined && most === undefined ? [] : [isEnglish ? `${range} pages` : `${range} 页`]),
    ...(signature > 2 ? [isEnglish ? `signatures of ${signature}` : `每帖 ${signature} 页`] : []),
    ...(resolution?.pictures === undefined
      ? []
      : [isEnglish ? `pictures from ${resolution.pictures} ppi` : `图片不低于 ${resolution.pictures} ppi`]),
    ...(ink ? [isEnglish ? `at most ${ink.most} % of ink` : `总墨量不超过 ${ink.most}%`] : []),
  ];
}

function marginFact(
  { inner, outer, outerWithBleed }: NonNullable<Destination['margins']>,
  isEnglish: boolean,
): string {
  const rows = inner.map(({ pages, inner: least }) =>
    isEnglish ? `${least} mm up to ${pages} pages` : `${pages} 页以内 ${least}`,
  );
  const other = outerWithBleed === undefined ? `${outer}` : `${outer} (${outerWithBleed})`;
  return isEnglish
    ? `inner margin from ${rows.join(', ')}; other margins from ${other} mm${outerWithBleed === undefined ? '' : ', in brackets with bleed'}`
    : `订口至少（毫米）${rows.join('，')}；其他三边至少 ${other} 毫米${outerWithBleed === undefined ? '' : '，括号内为有出血时'}`;
}
