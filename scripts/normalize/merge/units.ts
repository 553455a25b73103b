/**
 * What is merged as one: the head of a chapter (its front matter, or nothing), or a block of its text: a
 * paragraph, a heading, a whole `:::` container, a block of code.
 */
export interface Unit {
  readonly kind: 'head' | 'block';
  /** Without the line end after it; empty for a head without front matter. */
  readonly text: string;
  /** What stands between this and the next unit or the end of the file: line ends and blank lines. */
  readonly gap: string;
}

const frontMatter = /^---[ \t]*\n(?:[^\n]*\n)*?---[ \t]*(?=\n|$)/;
const blank = /^[ \t]*$/;
const heading = /^#{1,6}(?:[ \t]|$)/;
const codeFence = /^ {0,3}(`{3,}(?!.*`)|~{3,})/;
const containerFence = /^(:{3,})[ \t]*([^:\s].*)?$/;

/** Takes a chapter with `\n` line ends apart. Its units and gaps laid end to end are the chapter again. */
export function readUnits(markdown: string): readonly Unit[] {
  const front = frontMatter.exec(markdown)?.[0] ?? '';
  const lines = linesFrom(markdown, front === '' ? 0 : Math.min(front.length + 1, markdown.length));
  const ends = containerEnds(lines);
  const startOf = (index: number): number => lines[index]?.start ?? markdown.length;
  let at = firstFull(lines, 0);
  const units: Unit[] = [{ kind: 'head', text: front, gap: markdown.slice(front.length, startOf(at)) }];
  while (at < lines.length) {
    const end = blockEnd(lines, at, ends);
    const next = firstFull(lines, end);
    const last = lines[end - 1];
    const close = (last?.start ?? 0) + (last?.text.length ?? 0);
    const text = markdown.slice(startOf(at), close);
    units.push({ kind: 'block', text, gap: markdown.slice(close, startOf(next)) });
    at = next;
  }
  return units;
}

interface Line {
  readonly text: string;
  /** UTF-16 code units from the start of the chapter. */
  readonly start: number;
}

function linesFrom(text: string, from: number): readonly Line[] {
  let start = from;
  return text
    .slice(from)
    .split('\n')
    .map((line) => {
      const here = { text: line, start };
      start += line.length + 1;
      return here;
    });
}

/** The first line from an index on that is not blank. */
function firstFull(lines: readonly Line[], from: number): number {
  let at = from;
  while (at < lines.length && blank.test(lines[at]?.text ?? '')) at++;
  return at;
}

/** The line after the block that begins at a line; `ends` are those of containers. */
function blockEnd(lines: readonly Line[], at: number, ends: ReadonlyMap<number, number>): number {
  const first = lines[at]?.text ?? '';
  if (heading.test(first)) return at + 1;
  const code = codeFence.exec(first)?.[1];
  if (code !== undefined) return codeEnd(lines, at, code);
  const closed = ends.get(at);
  if (closed !== undefined) return closed;
  let end = at + 1;
  while (end < lines.length && !endsParagraph(lines[end]?.text ?? '')) end++;
  return end;
}

function endsParagraph(line: string): boolean {
  return blank.test(line) || heading.test(line) || codeFence.test(line) || opensContainer(line);
}

function opensContainer(line: string): boolean {
  return containerFence.exec(line)?.[2] !== undefined;
}

/** Code that nothing closes goes on to the end, as CommonMark has it. */
function codeEnd(lines: readonly Line[], at: number, fence: string): number {
  for (let end = at + 1; end < lines.length; end++) {
    const line = lines[end]?.text.trim() ?? '';
    if (line.startsWith(fence) && line.replaceAll(fence.slice(0, 1), '') === '') return end + 1;
  }
  return lines.length;
}

/** The line after each container, by the line that opens it. One that is not closed is text like any other. */
function containerEnds(lines: readonly Line[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: Opening[] = [];
  for (let line = 0; line < lines.length; line++) {
    const text = lines[line]?.text ?? '';
    const code = codeFence.exec(text)?.[1];
    if (code !== undefined) line = codeEnd(lines, line, code) - 1;
    const fence = code === undefined ? containerFence.exec(text) : null;
    const colons = fence?.[1]?.length ?? 0;
    if (fence?.[2] !== undefined) open.push({ line, colons });
    else if (fence) {
      const closed = closeInnermost(open, colons);
      if (closed) ends.set(closed.line, line + 1);
    }
  }
  return ends;
}

interface Opening {
  readonly line: number;
  readonly colons: number;
}

/** As the manuscript's reader does: the innermost container of so many colons, else the innermost if it has fewer. */
function closeInnermost(open: Opening[], colons: number): Opening | undefined {
  const exact = open.findLastIndex((opening) => opening.colons === colons);
  if (exact >= 0) {
    const closed = open[exact];
    open.length = exact;
    return closed;
  }
  return (open.at(-1)?.colons ?? Infinity) < colons ? open.pop() : undefined;
}
