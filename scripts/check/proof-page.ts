import { type Locale, localize } from '../diagnostics/catalogue.js';
import type { CheckResult, ProofFacts } from '../model/proof.js';
import type { FaultySpot } from './layout.js';

/** A small picture of a printed page. */
export interface PageThumbnail {
  /** The folio as printed, or the page's place in the file. */
  readonly label: string;
  readonly sheet: number;
  /** JPEG. */
  readonly bytes: Uint8Array;
}

const words = {
  en: {
    proof: 'Proof',
    passed: 'passed',
    failed: 'failed',
    skipped: 'skipped',
    allWell: 'Every check passed.',
    notAllWell: 'Not everything is right: see the checks marked “failed”.',
    check: 'Check',
    result: 'Result',
    found: 'What it found',
    outputs: 'Files',
    chapters: 'Chapters',
    pages: 'Pages',
    counts: { pages: 'pages', chapters: 'chapters', characters: 'characters' },
    spots: 'Pages with faults (framed; a bar where text goes off the type area)',
    someLeftOut: 'The book is long: only openings and pages with findings are shown.',
  },
  'zh-CN': {
    proof: '校验报告',
    passed: '通过',
    failed: '未通过',
    skipped: '跳过',
    allWell: '各项检查全部通过。',
    notAllWell: '有检查未通过，请看标为“未通过”的各项。',
    check: '检查',
    result: '结果',
    found: '说明',
    outputs: '文件',
    chapters: '章节',
    pages: '书页',
    counts: { pages: '页', chapters: '章', characters: '字' },
    spots: '有问题的页（红框标出；文字出版心处画粗线）',
    someLeftOut: '全书较长，只显示各章首页和有问题的页。',
  },
} as const satisfies Record<Locale, Readonly<Record<string, string | Readonly<Record<string, string>>>>>;

/** The proof as one page that opens anywhere, without a network and without scripts. */
export function proofPage(
  facts: ProofFacts,
  thumbnails: readonly PageThumbnail[],
  locale: Locale,
  spots: readonly FaultySpot[] = [],
): string {
  const label = words[locale];
  const failed = facts.checks.some((check) => check.status === 'failed');
  const { pages, characters, chapters } = facts.figures;
  const counts = [
    pages === undefined ? '' : `${pages} ${label.counts.pages}`,
    `${chapters} ${label.counts.chapters}`,
    `${characters} ${label.counts.characters}`,
  ].filter((count) => count !== '');
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${text(`${facts.book.title} – ${label.proof}`)}</title>
<style>${style}</style></head>
<body>
<h1>${text(facts.book.title)}</h1>
<p class="${failed ? 'failed' : 'passed'} verdict">${failed ? label.notAllWell : label.allWell}</p>
<p>${counts.map(text).join(' · ')} · ${text(`${facts.book.theme}, ${facts.book.trim}`)} · Banxin ${text(facts.banxin)} · ${text(facts.browser)}</p>
<table><thead><tr><th>${label.check}</th><th>${label.result}</th><th>${label.found}</th></tr></thead>
<tbody>${facts.checks.map((check) => checkRow(check, locale)).join('')}</tbody></table>
${spotSection(spots, label)}
<h2>${label.outputs}</h2>
<ul>${facts.outputs.map(({ file, bytes, sha256 }) => `<li><a href="${encodeURI(file)}">${text(file)}</a> ${(bytes / 1000).toFixed(0)} kB <code>${sha256}</code></li>`).join('')}</ul>
<h2>${label.chapters}</h2>
<ol>${facts.chapters.map(({ title, file, page }) => `<li>${text(title)} <small>${text(file)}${page ? ` · ${text(page)}` : ''}</small></li>`).join('')}</ol>
${thumbnailSection(thumbnails, pages ?? 0, label)}
</body></html>
`;
}

function checkRow(check: CheckResult, locale: Locale): string {
  const found = check.diagnostics.map((diagnostic) => {
    const { message, hint, place } = localize(diagnostic, locale);
    const where = place ? `${place.file}${place.line ? `:${place.line}` : ''}: ` : '';
    return `<li>${text(where + message)}${hint ? `<br><small>${text(hint)}</small>` : ''}</li>`;
  });
  const list = found.length > 0 ? `<ul>${found.join('')}</ul>` : '';
  return `<tr class="${check.status}"><td>${text(localize(check.title, locale).message)}</td><td>${words[locale][check.status]}</td><td>${text(localize(check.note, locale).message)}${list}</td></tr>`;
}

function spotSection(spots: readonly FaultySpot[], label: (typeof words)[Locale]): string {
  if (spots.length === 0) return '';
  const figures = spots.map(({ label: folio, from, bytes }) => {
    const caption = text(`${folio} · ${from}`);
    return `<figure class="spot"><img src="${jpeg(bytes)}" alt="${caption}"><figcaption>${caption}</figcaption></figure>`;
  });
  return `<h2>${label.spots}</h2><div class="spots">${figures.join('')}</div>`;
}

function jpeg(bytes: Uint8Array): string {
  return `data:image/jpeg;base64,${Buffer.from(bytes).toString('base64')}`;
}

function thumbnailSection(
  thumbnails: readonly PageThumbnail[],
  pages: number,
  label: (typeof words)[Locale],
): string {
  if (thumbnails.length === 0) return '';
  const figures = thumbnails.map(({ label: folio, sheet, bytes }) => {
    const side = sheet % 2 === 1 ? 'recto' : 'verso';
    return `<figure class="${side}" id="page-${sheet}"><img src="${jpeg(bytes)}" alt="${text(folio)}" loading="lazy"><figcaption>${text(folio)}</figcaption></figure>`;
  });
  const note = thumbnails.length < pages ? `<p>${label.someLeftOut}</p>` : '';
  return `<h2>${label.pages}</h2>${note}<div class="pages">${figures.join('')}</div>`;
}

function text(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const style = `
:root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5; }
body { max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid #8885; vertical-align: top; }
.passed td:nth-child(2), .verdict.passed { color: #2a7a3b; } .failed td:nth-child(2), .verdict.failed { color: #b3261e; font-weight: 600; }
code { font-size: .75rem; opacity: .7; word-break: break-all; }
.pages { display: flex; flex-wrap: wrap; row-gap: 1rem; } figure { margin: 0; } figure img { display: block; width: 11rem; border: 1px solid #8886; background: #fff; }
figure.recto { margin-right: 1.2rem; } figure.spot img { width: auto; max-width: 100%; } .spots { display: flex; flex-wrap: wrap; gap: 1.2rem; }
figcaption { text-align: center; font-size: .8rem; opacity: .7; }
.pages figure:first-child { margin-left: 11rem; }
`;
