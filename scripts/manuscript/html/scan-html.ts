/** A piece of raw HTML; lines count from 1. */
export type HtmlPiece =
  | { readonly kind: 'text'; readonly value: string; readonly line: number }
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly attributes: string;
      readonly selfClosing: boolean;
      readonly line: number;
    }
  | { readonly kind: 'close'; readonly name: string; readonly line: number }
  /** A declaration, processing instruction or CDATA section: nothing that a book can show. */
  | { readonly kind: 'markup'; readonly value: string; readonly line: number }
  | { readonly kind: 'open-comment'; readonly line: number }
  /** What begins like a tag but is none; its text follows as text. */
  | { readonly kind: 'half-tag'; readonly line: number };

/** Elements whose content is no HTML; it is one piece of text up to their closing tag. */
const codeElements: ReadonlySet<string> = new Set(['script', 'style']);

const attribute = String.raw`\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>\x60]+|'[^']*'|"[^"]*"))?`;
/** A whole tag as CommonMark defines it (0.31, 6.6): so strict that every HTML parser reads it alike. */
const tag = new RegExp(
  String.raw`<(?:/([A-Za-z][A-Za-z0-9:-]*)\s*|([A-Za-z][A-Za-z0-9:-]*)((?:${attribute})*)\s*(/?))>`,
  'y',
);

/** Whole constructs other than tags: how each begins and ends; comments mean nothing to a book. */
const constructs = [
  { start: '<!--', end: '-->', kind: 'comment' },
  { start: '<![CDATA[', end: ']]>', kind: 'markup' },
  { start: '<?', end: '?>', kind: 'markup' },
  { start: '<!', end: '>', kind: 'markup' },
] as const;

/**
 * Cuts raw HTML into tags and the text between them, dropping comments. What only looks like a tag is text. Takes
 * time in proportion to the length.
 */
export function scanHtml(html: string, firstLine: number): HtmlPiece[] {
  const pieces: HtmlPiece[] = [];
  const missing = new Set<string>();
  let line = firstLine;
  let done = 0;
  let position = html.indexOf('<');
  let newline = html.indexOf('\n');
  const moveTo = (end: number): void => {
    for (; newline >= 0 && newline < end; newline = html.indexOf('\n', newline + 1)) line++;
    done = end;
  };
  const takeText = (end: number): void => {
    if (end > done) pieces.push({ kind: 'text', value: html.slice(done, end), line });
    moveTo(end);
  };
  while (position >= 0) {
    const found = tagAt(html, position) ?? constructAt(html, position, missing) ?? halfTagAt(html, position);
    if (found) {
      takeText(position);
      if (found.piece) pieces.push({ ...found.piece, line });
      moveTo(found.end);
      const code = found.piece?.kind === 'open' && !found.piece.selfClosing ? found.piece.name : '';
      if (codeElements.has(code)) takeText(endOfCode(html, done, code, missing));
    }
    position = html.indexOf('<', Math.max(done, position + 1));
  }
  takeText(html.length);
  return pieces;
}

type Unplaced<P> = P extends unknown ? Omit<P, 'line'> : never;

interface Found {
  readonly piece: Unplaced<HtmlPiece> | undefined;
  readonly end: number;
}

function tagAt(html: string, position: number): Found | undefined {
  tag.lastIndex = position;
  const match = tag.exec(html);
  if (!match) return undefined;
  const [, closing, opening = '', attributes = '', slash] = match;
  const end = tag.lastIndex;
  if (closing !== undefined) return { piece: { kind: 'close', name: closing.toLowerCase() }, end };
  return {
    piece: { kind: 'open', name: opening.toLowerCase(), attributes, selfClosing: slash === '/' },
    end,
  };
}

/** `missing` remembers which ends do not come any more, so that they are looked for once only. */
function constructAt(html: string, position: number, missing: Set<string>): Found | undefined {
  const construct = constructs.find(({ start }) => html.startsWith(start, position));
  if (!construct) return undefined;
  // `<!-->` and `<!--->` are whole comments (CommonMark 0.31, 6.6).
  const from = construct.kind === 'comment' ? position + 2 : position + construct.start.length;
  const at = missing.has(construct.end) ? -1 : html.indexOf(construct.end, from);
  if (at >= 0) {
    const end = at + construct.end.length;
    if (construct.kind === 'comment') return { piece: undefined, end };
    return { piece: { kind: 'markup', value: html.slice(position, end) }, end };
  }
  missing.add(construct.end);
  return construct.kind === 'comment' ? { piece: { kind: 'open-comment' }, end: position + 4 } : undefined;
}

function halfTagAt(html: string, position: number): Found | undefined {
  return /^<\/?[A-Za-z]/.test(html.slice(position, position + 3))
    ? { piece: { kind: 'half-tag' }, end: position }
    : undefined;
}

function endOfCode(html: string, from: number, name: string, missing: Set<string>): number {
  if (missing.has(name)) return from;
  const closing = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  closing.lastIndex = from;
  const match = closing.exec(html);
  if (!match) missing.add(name);
  return match ? match.index : from;
}
