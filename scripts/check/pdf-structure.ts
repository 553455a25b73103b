import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { CheckResult } from '../model/proof.js';
import type { TrimSize } from '../model/theme.js';
import { type PdfFacts, readPdfFacts } from '../print/pdf-facts.js';

const pointsPerMm = 72 / 25.4;

/**
 * What a printer and a screen reader need of a PDF, read back from the file: fonts embedded, none of
 * Type 3, all with a Unicode map; tags, language, title, outline; links that lead somewhere; and the
 * trim size, where it is known, to 0.05 mm.
 */
export async function checkPdfStructure(
  pdf: Uint8Array,
  file: string,
  trim?: TrimSize,
): Promise<CheckResult> {
  const facts = await readPdfFacts(pdf);
  const diagnostics = facts ? findings(facts, file, trim) : [diagnose('pdf-unreadable', { file })];
  return {
    check: 'pdf-structure',
    title: 'PDF: fonts, tags, outline, links, trim size',
    status: diagnostics.some((diagnostic) => diagnostic.severity === 'error') ? 'failed' : 'passed',
    note: facts ? `${facts.pages} pages, ${facts.fonts.length} fonts, ${facts.links} links` : '',
    figures: facts ? { pages: facts.pages, fonts: facts.fonts.length, links: facts.links } : {},
    diagnostics,
  };
}

function findings(facts: PdfFacts, file: string, trim?: TrimSize): readonly Diagnostic[] {
  const place = { file };
  const found: Diagnostic[] = [];
  for (const font of facts.fonts) {
    if (font.kind === 'Type3') found.push(diagnose('pdf-font-type3', { font: font.name }, place));
    else if (!font.embedded) found.push(diagnose('pdf-font-not-embedded', { font: font.name }, place));
    else if (!font.hasUnicodeMap)
      found.push(diagnose('pdf-font-without-unicode', { font: font.name }, place));
  }
  const missing = [
    facts.tagged && facts.hasStructure ? '' : 'tags',
    facts.language ? '' : 'language',
    facts.title ? '' : 'title',
    facts.hasOutline ? '' : 'outline',
  ].filter((name) => name !== '');
  for (const part of missing) found.push(diagnose('pdf-part-missing', { part }, place));
  for (const target of facts.brokenLinks) found.push(diagnose('pdf-link-broken', { target }, place));
  return [...found, ...(trim ? trimFindings(facts, file, trim) : [])];
}

function trimFindings(facts: PdfFacts, file: string, trim: TrimSize): readonly Diagnostic[] {
  const limit = 0.05 * pointsPerMm;
  return facts.trimSizes
    .filter(
      ({ width, height }) =>
        Math.abs(width - trim.width * pointsPerMm) > limit ||
        Math.abs(height - trim.height * pointsPerMm) > limit,
    )
    .map(({ width, height }) => {
      const found = `${(width / pointsPerMm).toFixed(2)} × ${(height / pointsPerMm).toFixed(2)}`;
      return diagnose('pdf-trim-size', { found, expected: `${trim.width} × ${trim.height}` }, { file });
    });
}
