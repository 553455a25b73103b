import { checkComposition } from '../check/composition.js';
import { proofPage } from '../check/proof-page.js';
import { chooseLocale } from '../diagnostics/locale.js';
import type { Artifact } from '../model/artifact.js';
import type { CheckResult } from '../model/proof.js';
import type { Outputs } from './outputs.js';
import { proofFacts } from './proof-facts.js';
import type { Material, Workshop } from './workshop.js';

export interface Proof {
  readonly checks: readonly CheckResult[];
  /** `proof.json` and `proof.html`. */
  readonly artifacts: readonly Artifact[];
}

/** Puts together what was found when each output was held against the manuscript, the rules of its format, and the book's own. */
export function makeProof(
  workshop: Workshop,
  material: Material,
  outputs: Outputs,
  own: readonly CheckResult[],
): Proof {
  const { manuscript, print, ebook } = material.editions;
  const [written, set] = outputs.print ? [manuscript.print, print] : [manuscript.ebook, ebook];
  const composition = checkComposition(written.reference, set.reference);
  const checks = [
    ...(composition ? [composition] : []),
    ...(outputs.print?.proof.checks ?? []),
    ...(outputs.press?.checks ?? []),
    ...(outputs.wrap?.press?.checks ?? []),
    ...(outputs.spreads ? [outputs.spreads.check] : []),
    ...(outputs.ebook?.checks ?? []),
    ...own,
  ];
  const facts = proofFacts(workshop, material, outputs, checks);
  const html = proofPage(facts, outputs.print?.proof.thumbnails ?? [], chooseLocale(process.env));
  return {
    checks,
    artifacts: [
      { kind: 'json', fileName: 'proof.json', bytes: encode(`${JSON.stringify(facts, undefined, 2)}\n`) },
      { kind: 'html', fileName: 'proof.html', bytes: encode(html) },
    ],
  };
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
