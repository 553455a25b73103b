import { posix } from 'node:path';
import { type Archive, openArchive } from './epub-archive.js';
import { spotOfCfi } from './epub-cfi.js';
import type { Finding } from './epub-findings.js';
import { readPackage } from './epub-package.js';
import type { EpubPlace } from './epub-place.js';

/** A finding of Ace: `id` is the rule, e.g. `image-alt`. */
export interface AceFinding extends Finding {
  /** `minor`, `moderate`, `serious` or `critical`, in Ace's words. */
  readonly impact: string;
  /** What Ace advises, with the page of its knowledge base where it has one. */
  readonly advice: string;
}

/**
 * Reads Ace's report (EARL in JSON): findings stand below the document that they are about. Undefined for what is
 * no report, and for one that fails the book without saying why.
 */
export function readAceReport(json: string, epub: Uint8Array): readonly AceFinding[] | undefined {
  const report = parse(json);
  const outcome = text(record(report, 'earl:result'), 'earl:outcome');
  if (outcome === '' || !Array.isArray(report?.assertions)) return undefined;
  const archive = openArchive(epub);
  const root = archive && posix.dirname(readPackage(archive)?.path ?? '');
  const findings = report.assertions.filter(isRecord).flatMap((ofFile: Json) => {
    const path = posix.join(root ?? '', text(record(ofFile, 'earl:testSubject'), 'url'));
    const assertions = Array.isArray(ofFile.assertions) ? ofFile.assertions.filter(isRecord) : [];
    return assertions.map((assertion) => findingOf(assertion, path, archive));
  });
  return outcome !== 'pass' && findings.length === 0 ? undefined : findings;
}

function findingOf(assertion: Json, path: string, archive: Archive | undefined): AceFinding {
  const test = record(assertion, 'earl:test');
  const result = record(assertion, 'earl:result');
  const help = record(test, 'help');
  const impact = text(test, 'earl:impact');
  // Where a rule has no page of its own, Ace names the front page of its knowledge base.
  const page = text(help, 'url').replace(/^https?:\/\/kb\.daisy\.org\/publishing\/$/, '');
  return {
    id: text(test, 'dct:title'),
    isWarning: impact === 'minor' || impact === 'moderate',
    message: text(result, 'dct:description').replace(/\s*\n\s*/g, '; '),
    at: placeOf(record(result, 'earl:pointer'), path, archive),
    impact,
    advice: [text(help, 'dct:description'), page].filter((part) => part !== '').join(' – '),
  };
}

function placeOf(pointer: Json | undefined, path: string, archive: Archive | undefined): EpubPlace {
  const cfi = Array.isArray(pointer?.cfi) ? String(pointer.cfi[0] ?? '') : '';
  const source = cfi === '' ? undefined : archive?.readText(path);
  return { path, ...(source !== undefined && spotOfCfi(source, cfi)) };
}

type Json = Readonly<Record<string, unknown>>;

function parse(json: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}

function record(value: Json | undefined, key: string): Json | undefined {
  const part = value?.[key];
  return isRecord(part) ? part : undefined;
}

function text(value: Json | undefined, key: string): string {
  const part = value?.[key];
  return typeof part === 'string' ? part.trim() : '';
}
