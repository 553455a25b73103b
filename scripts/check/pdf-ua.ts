import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { CheckResult } from '../model/proof.js';
import { firstPage, type ReadElement, type TaggedFacts } from '../print/tags/read-tagged.js';

/**
 * The rules of PDF/UA-1 (ISO 14289-1) that a program can check, by the Matterhorn Protocol. Fonts are looked at by
 * `pdf-structure`. Any finding fails the check, as a file that calls itself PDF/UA-1 must keep all of it (README.md).
 */
export function checkPdfUa(facts: TaggedFacts, file: string): CheckResult {
  const walk = new RuleWalk(file);
  for (const element of facts.tree) walk.visit(element, 'Document', 1);
  const diagnostics = [
    ...documentFindings(facts, file),
    ...pageFindings(facts, walk.marked, file),
    ...walk.found,
    ...linkFindings(facts, walk.linked, file),
  ];
  const figures = { elements: walk.elements, findings: diagnostics.length };
  return {
    check: 'pdf-ua',
    title: diagnose('check-pdf-ua', {}),
    status: diagnostics.length > 0 ? 'failed' : 'passed',
    note: diagnose('figures-of-pdf-ua', figures),
    figures,
    diagnostics,
  };
}

function documentFindings(facts: TaggedFacts, file: string): readonly Diagnostic[] {
  const place = { file };
  const { xmp = '' } = facts;
  const isNamed = /<pdfuaid:part>\s*1\s*<|pdfuaid:part="1"/.test(xmp);
  return [
    ...(facts.isSuspect || facts.remapped.length > 0 ? [diagnose('pdf-ua-suspects', {}, place)] : []),
    ...(facts.language ? [] : [diagnose('pdf-ua-language', {}, place)]),
    ...(facts.displaysTitle ? [] : [diagnose('pdf-ua-display-title', {}, place)]),
    ...(isNamed ? [] : [diagnose('pdf-ua-identifier', {}, place)]),
    ...(/<dc:title>[\s\S]*?<rdf:li[^>]*>[^<]/.test(xmp) ? [] : [diagnose('pdf-ua-title', {}, place)]),
  ];
}

function pageFindings(
  { contents, untabbed }: TaggedFacts,
  marked: ReadonlySet<string>,
  file: string,
): readonly Diagnostic[] {
  const found = untabbed.map((page) => diagnose('pdf-ua-tabs', { page }, { file }));
  for (const [index, content] of contents.entries()) {
    const page = index + 1;
    if (!content) continue;
    const { unmarked, artifactsInContent, contentInArtifacts } = content;
    // A number that no element has is a mark in name only.
    const strays = [...content.texts.keys()].filter((mcid) => !marked.has(`${page} ${mcid}`)).length;
    const count = unmarked + strays;
    if (count > 0) found.push(diagnose('pdf-ua-untagged', { page, count }, { file }));
    if (artifactsInContent + contentInArtifacts > 0)
      found.push(diagnose('pdf-ua-artifact-mixed', { page }, { file }));
  }
  return found;
}

function linkFindings(
  { links }: TaggedFacts,
  linked: ReadonlySet<string>,
  file: string,
): readonly Diagnostic[] {
  return links.flatMap(({ page, annotation, contents }) => [
    ...(contents ? [] : [diagnose('pdf-ua-link-contents', { page }, { file })]),
    ...(linked.has(annotation) ? [] : [diagnose('pdf-ua-link-structure', { page }, { file })]),
  ]);
}

/** In what an element must stand (ISO 32000-1, tables 333 and 336 to 338). */
const parents: Readonly<Record<string, RegExp>> = {
  LI: /^L$/,
  Lbl: /^(?:LI|TOCI|Note|BibEntry|Span|P|Formula|Figure|Caption)$/,
  LBody: /^LI$/,
  TR: /^(?:Table|THead|TBody|TFoot)$/,
  TH: /^TR$/,
  TD: /^TR$/,
  THead: /^Table$/,
  TBody: /^Table$/,
  TFoot: /^Table$/,
  TOCI: /^TOC$/,
  RB: /^Ruby$/,
  RT: /^Ruby$/,
};

/** Walks the tree once and judges every element. */
class RuleWalk {
  readonly found: Diagnostic[] = [];
  /** Annotations that stand in a Link element. */
  readonly linked = new Set<string>();
  /** Marked contents that an element has: page and number. */
  readonly marked = new Set<string>();
  elements = 0;
  readonly #noteIds = new Set<string>();
  #level = 0;

  constructor(readonly file: string) {}

  visit(element: ReadElement, parent: string, before: number): void {
    this.elements += 1;
    const page = firstPage(element) ?? before;
    const { standard, type } = element;
    const place = { file: this.file };
    if (standard === undefined) this.found.push(diagnose('pdf-ua-type', { type, page }, place));
    if (parents[standard ?? '']?.test(parent) === false)
      this.found.push(diagnose('pdf-ua-parent', { type, parent, page }, place));
    this.#judge(element, page);
    for (const kid of element.kids) {
      if ('type' in kid) this.visit(kid, standard ?? type, page);
      if ('mcid' in kid) this.marked.add(`${kid.page} ${kid.mcid}`);
      if ('annotation' in kid && standard === 'Link') this.linked.add(kid.annotation);
    }
  }

  #judge({ standard = '', type, alt, actualText, attributes, id }: ReadElement, page: number): void {
    const place = { file: this.file };
    const heading = /^H([1-6])$/.exec(standard)?.[1];
    if (heading) {
      if (Number(heading) > this.#level + 1)
        this.found.push(diagnose('pdf-ua-heading-level', { type, page }, place));
      this.#level = Number(heading);
    }
    if (/^F(?:igure|ormula)$/.test(standard) && !alt && !actualText)
      this.found.push(diagnose('pdf-ua-figure-alt', { type, page }, place));
    if (standard === 'TH' && !attributes.has('Scope'))
      this.found.push(diagnose('pdf-ua-table-header', { page }, place));
    if (standard !== 'Note') return;
    if (!id || this.#noteIds.has(id)) this.found.push(diagnose('pdf-ua-note-id', { page }, place));
    else this.#noteIds.add(id);
  }
}
