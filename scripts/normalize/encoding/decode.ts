import { detect } from 'jschardet';
import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { Outcome } from '../../model/outcome.js';
import { failure, success } from '../../model/outcome.js';
import { plausibility } from './plausibility.js';
import { binaryKind } from './text-or-binary.js';

/** A text as read from bytes. */
export interface DecodedText {
  /** Label of the WHATWG Encoding Standard, e.g. `utf-8`, `gb18030`, `shift_jis`. */
  readonly encoding: string;
  /** The text without its byte order mark; undecodable bytes stand as U+FFFD. */
  readonly text: string;
}

/** What an editor may name with `--encoding`, besides any other WHATWG label. */
export const knownEncodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'windows-1252',
] as const;

const legacyEncodings = ['gb18030', 'big5', 'shift_jis', 'euc-jp', 'windows-1252'] as const;

/**
 * Bytes to text: byte order mark, strict UTF-8, UTF-16 by its zero bytes, then the legacy encodings.
 * Validity is not detection (Shift_JIS is often valid GB18030), so those are ranked by how plausible
 * the text reads, with jschardet's word as the tie-break.
 * Errors: `file-is-binary`, `encoding-unknown`, `text-undecodable`, `text-empty`.
 */
export function decode(name: string, bytes: Uint8Array, encoding?: string): Outcome<DecodedText> {
  if (bytes.length === 0) return failure([diagnose('text-empty', { file: name }, { file: name })]);
  if (encoding !== undefined) return decodeAs(name, bytes, encoding);
  const isUtf8 = fits(bytes, 'utf-8') && !bytes.includes(0);
  const label = markedEncoding(bytes) ?? (isUtf8 ? 'utf-8' : wideEncoding(bytes));
  const kind = binaryKind(bytes, label);
  if (kind) return failure([diagnose('file-is-binary', { file: name, kind }, { file: name })]);
  return finish(name, bytes, label ?? legacyEncoding(bytes));
}

function decodeAs(name: string, bytes: Uint8Array, encoding: string): Outcome<DecodedText> {
  if (!isLabel(encoding)) return failure([unknownEncoding(encoding)]);
  return finish(name, bytes, encoding);
}

function unknownEncoding(encoding: string): Diagnostic {
  return diagnose('encoding-unknown', { encoding, known: knownEncodings.join(', ') });
}

function isLabel(encoding: string): boolean {
  try {
    new TextDecoder(encoding);
    return true;
  } catch {
    return false;
  }
}

/** Decodes, and refuses what more than one character in fifty cannot be read of. */
function finish(name: string, bytes: Uint8Array, label: string): Outcome<DecodedText> {
  const text = new TextDecoder(label).decode(bytes);
  if (text.trim() === '') return failure([diagnose('text-empty', { file: name }, { file: name })]);
  const controls = text.match(/(?![\t\n\v\f\r])\p{Cc}/gu)?.length ?? 0;
  if (controls * 50 > text.length)
    return failure([diagnose('file-is-binary', { file: name, kind: 'binary' }, { file: name })]);
  const lost = text.split('\ufffd').length - 1;
  if (lost * 50 > text.length) {
    const share = ((100 * lost) / text.length).toFixed(1);
    return failure([diagnose('text-undecodable', { file: name, encoding: label, share }, { file: name })]);
  }
  return success({ encoding: new TextDecoder(label).encoding, text });
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

/**
 * UTF-16 without a mark: whichever byte order reads like a text, and leaves no zero character. Latin
 * letters of the wrong order turn into rare Han characters, which are not plausible.
 */
function wideEncoding(bytes: Uint8Array): string | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  const scored = (['utf-16le', 'utf-16be'] as const).map((label) => {
    const text = sampleText(bytes, label);
    return { label, score: text.includes('\0') ? 0 : plausibility(text) };
  });
  const [little, big] = scored;
  const best = little && big && big.score > little.score ? big : little;
  return best && best.score > 0.2 && fits(bytes, best.label) ? best.label : undefined;
}

/** The most plausible legacy encoding; UTF-8 with a few broken bytes is kept UTF-8. */
function legacyEncoding(bytes: Uint8Array): string {
  if (mostlyUtf8(bytes)) return 'utf-8';
  const fitting = legacyEncodings.filter((label) => fits(bytes, label));
  const pool = fitting.some((label) => label !== 'windows-1252') ? fitting : legacyEncodings;
  const scored = pool.map((label) => ({ label, score: plausibility(sampleText(bytes, label)) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  const guess = detectedLabel(bytes);
  const guessed = scored.find((candidate) => candidate.label === guess);
  return guessed && guessed.score >= 0.8 * best.score ? guessed.label : best.label;
}

function detectedLabel(bytes: Uint8Array): string | undefined {
  const { encoding } = detect(Buffer.from(bytes.subarray(0, 65536)));
  if (!encoding) return undefined;
  const label = encoding.toLowerCase() === 'cp932' ? 'shift_jis' : encoding;
  return isLabel(label) ? new TextDecoder(label).encoding : undefined;
}

/** Whether UTF-8 reads the bytes with far fewer faults than they have characters above ASCII. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const faults = text.match(/\ufffd/g)?.length ?? 0;
  const others = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  return others > 50 * faults;
}

function fits(bytes: Uint8Array, label: string): boolean {
  try {
    new TextDecoder(label, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The first 400 kB of text that holds something other than ASCII; enough to judge by. */
function sampleText(bytes: Uint8Array, label: string): string {
  return new TextDecoder(label).decode(bytes.subarray(0, 400_000));
}
