import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { CheckResult } from '../model/proof.js';
import type { TrimSize } from '../model/theme.js';
import type { PdfFacts } from '../print/pdf-facts.js';

const pointsPerMm = 72 / 25.4;

/**
 * What a printer and a screen reader need of a PDF, read back from the file: fonts embedded, none of
 * Type 3, all with a Unicode map; tags, language, title, outline; links that lead somewhere; and the
 * trim size, where it is known, to 0.05 mm. No facts means that the file could not be read as a PDF.
 */
export function checkPdfStructure(facts: PdfFacts | undefined, file: string, trim?: TrimSize): CheckResult {
  const figures = facts && { pages: facts.pages, fonts: facts.fonts.length, links: facts.links };
  const unreadable = diagnose('pdf-unreadable', { file });
  const diagnostics = facts ? findings(facts, file, trim) : [unreadable];
  return {
    check: 'pdf-structure',
    title: diagnose('check-pdf-structure', {}),
    status: diagnostics.some((diagnostic) => diagnostic.severity === 'error') ? 'failed' : 'passed',
    note: figures ? diagnose('figures-of-pdf', figures) : unreadable,
    figures: figures ?? {},
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
  if (!facts.tagged || !facts.hasStructure) found.push(diagnose('pdf-tags-missing', {}, place));
  if (!facts.language) found.push(diagnose('pdf-language-missing', {}, place));
  if (!facts.title) found.push(diagnose('pdf-title-missing', {}, place));
  if (!facts.hasOutline) found.push(diagnose('pdf-outline-missing', {}, place));
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
