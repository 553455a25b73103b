import type { Diagnostic } from '../../model/diagnostic.js';
import { failure, hasErrors, type Outcome, success } from '../../model/outcome.js';
import { decode } from './decode.js';

/** A file of raw text as it comes: its name in `source/`, and its bytes. */
export interface RawFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Where a file stands in the text, UTF-16 code units. */
export interface RawPart {
  readonly name: string;
  /** Label of the WHATWG Encoding Standard. */
  readonly encoding: string;
  readonly start: number;
  readonly end: number;
}

/** One text of one file or of several in reading order. A form feed stands between two: each begins a page. */
export interface RawText {
  readonly text: string;
  readonly parts: readonly RawPart[];
}

/** A place in a file of raw text; line and column from 1. */
export interface RawPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Decodes files and lays them end to end. Errors: those of `decode`, for every file that cannot be read. */
export function readRawText(files: readonly RawFile[], encoding?: string): Outcome<RawText> {
  const diagnostics: Diagnostic[] = [];
  const decoded = files.map(({ name, bytes }) => {
    const { value, diagnostics: faults } = decode(name, bytes, encoding);
    diagnostics.push(...faults);
    return { name, text: value?.text ?? '', encoding: value?.encoding ?? '' };
  });
  return hasErrors(diagnostics) ? failure(diagnostics) : success(layEndToEnd(decoded), diagnostics);
}

/** The text of files that are decoded already. */
export function layEndToEnd(
  files: readonly { readonly name: string; readonly text: string; readonly encoding: string }[],
): RawText {
  let start = 0;
  const parts = files.map(({ name, text, encoding }) => {
    const part = { name, encoding, start, end: start + text.length };
    start = part.end + 1;
    return part;
  });
  return { text: files.map(({ text }) => text).join('\f'), parts };
}

/** Finds file, line and column of an offset; built once, asked often. */
export function makeLocator({ text, parts }: RawText): (offset: number) => RawPlace {
  const starts: number[] = [];
  const part = makeSearch(parts.map(({ start }) => start));
  for (const { start, end } of parts) {
    starts.push(start);
    for (const match of text.slice(start, end).matchAll(/\r\n|[\n\r\v\u2028\u2029]/g))
      starts.push(start + match.index + match[0].length);
  }
  const line = makeSearch(starts);
  return (offset) => {
    const { name = '', start = 0 } = parts[part(offset)] ?? {};
    const at = line(offset);
    return { file: name, line: at - line(start) + 1, column: offset - (starts[at] ?? 0) + 1 };
  };
}

/** The index of the last start at an offset or before it. */
function makeSearch(starts: readonly number[]): (offset: number) => number {
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
}
