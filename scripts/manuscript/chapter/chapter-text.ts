import type { Findings } from '../findings.js';

/** Characters that XML may not hold (XML 1.0, 2.2), and no text needs; tab, line ends and U+0080 to U+009F pass. */
const controls = /(?![\t\n\r\u0080-\u009f])[\p{Cc}\ufffe\uffff]/u;

/**
 * A chapter's bytes as text with `\n` line ends and no byte order mark. Bytes that are not UTF-8, and control
 * characters, are reported at their line; `undefined` means that this is no text.
 */
export function chapterText(bytes: Uint8Array, findings: Findings): string | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const offset = firstInvalidByte(bytes);
    findings.report('chapter-not-utf8', { offset }, lineAt(bytes, offset));
    return undefined;
  }
  const lines = text.replace(/\r\n?/g, '\n');
  return hasControls(lines, findings) ? undefined : lines;
}

function hasControls(text: string, findings: Findings): boolean {
  if (!controls.test(text)) return false;
  for (const [index, line] of text.split('\n').entries()) {
    const character = controls.exec(line)?.[0];
    if (character !== undefined)
      findings.report('control-character', { character: codeOf(character) }, index + 1);
  }
  return true;
}

/** `U+000B`. */
export function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The first control character of a text, for text that came by character references. */
export function controlIn(text: string): string | undefined {
  return controls.exec(text)?.[0];
}

/** Where the first character begins that a strict decoder does not read, found by halving. */
function firstInvalidByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (good < bad) {
    const middle = Math.ceil((good + bad) / 2);
    if (decodesUpTo(bytes, middle)) good = middle;
    else bad = middle - 1;
  }
  // The good part may end within a character; only whole ones come out of a decoder.
  const whole = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, good), {
    stream: true,
  });
  return Buffer.byteLength(whole);
}

/** Whether the first `length` bytes hold no fault; a character that is cut off at the end is none. */
function decodesUpTo(bytes: Uint8Array, length: number): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
    return true;
  } catch {
    return false;
  }
}

function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let i = 0; i < offset; i++) if (bytes[i] === 0x0a) line += 1;
  return line;
}
