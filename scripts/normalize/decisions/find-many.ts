/** Most places of one part that are told apart. */
const mostPlaces = 10_000;

/** Fewest parts of one length that are worth a pass over the whole text. */
const worthAPass = 8;

/** Where a part stands in a text, in order. */
function findAll(text: string, part: string): readonly number[] {
  const places: number[] = [];
  if (part === '') return places;
  for (let at = text.indexOf(part); at >= 0 && places.length < mostPlaces; at = text.indexOf(part, at + 1))
    places.push(at);
  return places;
}

/**
 * Where each of many parts stands in a text. Thousands of parts take one pass over the text for each
 * length among them, instead of one for each part.
 */
export function findMany(text: string, parts: Iterable<string>): (part: string) => readonly number[] {
  const byLength = new Map<number, Set<string>>();
  for (const part of parts) {
    const group = byLength.get(part.length);
    if (group) group.add(part);
    else byLength.set(part.length, new Set([part]));
  }
  const found = new Map<string, number[]>();
  for (const [length, group] of byLength)
    if (length > 0 && group.size >= worthAPass) pass(text, length, group, found);
  return (part) => found.get(part) ?? findAll(text, part);
}

const base = 0x01000193;

/** A rolling hash finds the windows that could be one of the parts; only those are cut out and compared. */
function pass(text: string, length: number, parts: ReadonlySet<string>, found: Map<string, number[]>): void {
  const hashes = new Set<number>();
  for (const part of parts) {
    hashes.add(hashOf(part, length));
    found.set(part, []);
  }
  const seen = new Uint8Array(1 << 16);
  for (const hash of hashes) seen[hash & 0xffff] = 1;
  let leaving = 1;
  for (let i = 1; i < length; i++) leaving = Math.imul(leaving, base);
  let hash = hashOf(text, Math.min(length, text.length));
  for (let end = length; end <= text.length; end++) {
    if (seen[hash & 0xffff] === 1 && hashes.has(hash)) {
      const places = found.get(text.slice(end - length, end));
      if (places && places.length < mostPlaces) places.push(end - length);
    }
    hash = (hash - Math.imul(text.charCodeAt(end - length), leaving)) | 0;
    hash = (Math.imul(hash, base) + (end < text.length ? text.charCodeAt(end) : 0)) | 0;
  }
}

function hashOf(text: string, length: number): number {
  let hash = 0;
  for (let i = 0; i < length; i++) hash = (Math.imul(hash, base) + text.charCodeAt(i)) | 0;
  return hash;
}
