import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic, Place } from '../model/diagnostic.js';
import type { CheckResult } from '../model/proof.js';
import type { PressFault, PressLimits } from '../press/find-marks.js';
import type { PressFacts } from '../press/read-press.js';

/** How places in the file are told: by folios and lines of the manuscript where they are known. */
export interface PressPlaces {
  /** Name of the file. */
  readonly file: string;
  /** What is printed on a page (from 0) as its folio. */
  readonly labelOf?: (page: number) => string | undefined;
  /** Where the page's text was written; of a picture (from 0 on its page) its own line. */
  readonly placeOf?: (page: number, picture?: number) => Place | undefined;
  /** Pages that tell a fault together: those of one chapter. */
  readonly groupOf?: (page: number) => string;
  /** What the file was read for. */
  readonly limits: PressLimits;
}

/**
 * What a printing house needs of a press file, read back from it: what PDF/X asks for (ISO 15930-7), fonts embedded and
 * none of Type 3, no RGB, ink under the limit, no hairlines, pictures fine enough, text clear of the trim, colour to the
 * end of the bleed.
 */
export function checkPdfPress(facts: PressFacts | undefined, places: PressPlaces): CheckResult {
  const diagnostics = facts ? findings(facts, places) : [diagnose('pdf-unreadable', { file: places.file })];
  const figures = facts && {
    standard: facts.version ?? 'PDF',
    pages: facts.pages,
    findings: diagnostics.length,
  };
  return {
    check: 'pdf-press',
    title: diagnose('check-pdf-press', {}),
    status: diagnostics.some(({ severity }) => severity === 'error') ? 'failed' : 'passed',
    note: figures ? diagnose('figures-of-press', figures) : diagnose('pdf-unreadable', { file: places.file }),
    figures: figures ?? {},
    diagnostics,
  };
}

function findings(facts: PressFacts, places: PressPlaces): readonly Diagnostic[] {
  const file = { file: places.file };
  const fonts = facts.fonts
    .filter(({ kind, embedded }) => kind === 'Type3' || !embedded)
    .map(({ name, kind }) => diagnose('press-font', { font: name, kind }, file));
  const lacks =
    facts.lacks.length > 0 ? [diagnose('press-lacks', { what: facts.lacks.join(', ') }, file)] : [];
  return [...lacks, ...fonts, ...grouped(facts.faults, places).map((group) => tell(group, places))];
}

/** Faults of pictures stand alone; what comes again on the pages of one chapter is told once. */
function grouped(
  faults: readonly PressFault[],
  { groupOf }: PressPlaces,
): readonly (readonly PressFault[])[] {
  const groups = new Map<string, PressFault[]>();
  for (const fault of faults) {
    const { kind, page, picture } = fault;
    const key =
      picture === undefined ? `${kind} ${groupOf?.(page) ?? ''}` : `${kind} ${page} picture ${picture}`;
    groups.set(key, [...(groups.get(key) ?? []), fault]);
  }
  return [...groups.values()];
}

function tell(group: readonly PressFault[], { labelOf, placeOf, file, limits }: PressPlaces): Diagnostic {
  const [first] = group;
  if (!first) throw new Error('a group without faults');
  const { kind, value, picture } = first;
  const page = labelOf?.(first.page) ?? String(first.page + 1);
  const place = placeOf?.(first.page, picture) ?? { file };
  const more = group.length > 1 ? ` (+${group.length - 1})` : '';
  switch (kind) {
    case 'hairline':
      return diagnose('press-hairline', { page, width: value.toFixed(2), more }, place);
    case 'ink':
      return diagnose('press-ink', { page, ink: Math.round(value), limit: limits.ink, more }, place);
    case 'bleed':
    case 'margin':
      return diagnose(`press-${kind}`, { page, distance: value.toFixed(1), more }, place);
    case 'line-art':
      return diagnose(
        'press-line-art',
        { page, resolution: Math.round(value), least: limits.lineArt },
        place,
      );
    case 'resolution':
      return diagnose(
        'press-resolution',
        { page, resolution: Math.round(value), least: limits.resolution },
        place,
      );
    case 'rgb':
    case 'transparency':
      return diagnose(`press-${kind}`, { page, more }, place);
  }
}
