/** By index in a text, what print may add before that character. */
export type GeneratedText = ReadonlyMap<number, readonly RegExp[]>;

/**
 * Whether text found before `index` of the reference is only what print may add there. Where text repeats
 * itself (`on.` `1.` `This`), the difference can be read as standing earlier or later; every reading is tried.
 */
export function isGenerated(text: string, index: number, reference: string, allowed: GeneratedText): boolean {
  return (
    consume(text, allowed.get(index) ?? []) ||
    isGeneratedNear(text, index, reference, allowed, -1) ||
    isGeneratedNear(text, index, reference, allowed, 1)
  );
}

/** Slides the difference along the reference for as long as it reads the same. */
function isGeneratedNear(
  text: string,
  index: number,
  reference: string,
  allowed: GeneratedText,
  step: 1 | -1,
): boolean {
  let rest = text;
  for (let at = index; ; at += step) {
    const passed = step < 0 ? rest.at(-1) : rest[0];
    const next = step < 0 ? reference[at - 1] : reference[at];
    if (passed === undefined || passed !== next) return false;
    rest = step < 0 ? passed + rest.slice(0, -1) : rest.slice(1) + passed;
    if (consume(rest, allowed.get(at + step) ?? [])) return true;
  }
}

/** Nested lists put several markers before one character. */
function consume(text: string, patterns: readonly RegExp[]): boolean {
  let rest = text;
  for (const pattern of patterns) rest = rest.replace(pattern, '');
  return patterns.length > 0 && rest === '';
}
