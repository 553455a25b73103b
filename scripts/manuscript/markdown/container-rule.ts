import type { MarkdownIt, StateBlock } from 'markdown-it';
import { type ContainerFence, readContainerFence } from './container-fence.js';

/** markdown-it plug-in: `::: name` … `:::` becomes `container_open` … `container_close` around its blocks. */
export function containers(markdown: MarkdownIt): void {
  markdown.block.ruler.before('fence', 'container', container, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
}

function container(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (indentOf(state, startLine) >= 4) return false;
  const fence = readContainerFence(lineText(state, startLine));
  if (!fence?.names) return false;
  if (silent) return true;
  const end = findEnd(state, fence, startLine, endLine);
  pushContainer(state, fence, startLine, end);
  return true;
}

interface ContainerEnd {
  readonly line: number;
  readonly closed: boolean;
}

/**
 * The line that closes a container. Inner containers may have as many colons as the outer or other numbers: a
 * closing line ends the innermost open container of just its number of colons, or else the innermost one if
 * it has fewer. Code is skipped.
 */
function findEnd(state: StateBlock, fence: ContainerFence, startLine: number, endLine: number): ContainerEnd {
  const open = [fence.colons];
  let code: string | undefined;
  let line = startLine + 1;
  for (; line < endLine; line++) {
    if (state.isEmpty(line)) continue;
    if (indentOf(state, line) < 0) break;
    if (indentOf(state, line) >= 4) continue;
    const text = lineText(state, line);
    const wasCode = code !== undefined;
    code = codeFenceAfter(text, code);
    if (wasCode || code !== undefined) continue;
    const inner = readContainerFence(text);
    if (inner?.names) open.push(inner.colons);
    else if (inner) closeInnermost(open, inner.colons);
    if (open.length === 0) return { line, closed: true };
  }
  return { line, closed: false };
}

/** The fence of the code block that is open after a line, given the one open before it. */
function codeFenceAfter(text: string, open: string | undefined): string | undefined {
  const fence = /^(`{3,}|~{3,})(.*)$/.exec(text);
  const [marker, info] = [fence?.[1], fence?.[2]];
  if (marker === undefined || info === undefined) return open;
  if (open === undefined) return marker.startsWith('`') && info.includes('`') ? undefined : marker;
  return marker.startsWith(open) && info.trim() === '' ? undefined : open;
}

function closeInnermost(open: number[], colons: number): void {
  const exact = open.lastIndexOf(colons);
  if (exact >= 0) open.length = exact;
  else if ((open.at(-1) ?? Infinity) < colons) open.pop();
}

function pushContainer(state: StateBlock, fence: ContainerFence, startLine: number, end: ContainerEnd): void {
  const { parentType, lineMax } = state;
  const opening = state.push('container_open', 'div', 1);
  opening.block = true;
  opening.map = [startLine, end.line];
  if (fence.names?.length) opening.attrSet('class', fence.names.join(' '));
  if (fence.id !== undefined) opening.attrSet('id', fence.id);
  opening.meta = { values: fence.values, ...(!end.closed && { unclosed: true }) };
  state.parentType = 'container';
  // Lists and paragraphs inside must not read on past the closing line.
  state.lineMax = end.line;
  state.md.block.tokenize(state, startLine + 1, end.line);
  state.parentType = parentType;
  state.lineMax = lineMax;
  state.push('container_close', 'div', -1).block = true;
  state.line = end.line + (end.closed ? 1 : 0);
}

function lineText(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}

function indentOf(state: StateBlock, line: number): number {
  return (state.sCount[line] ?? 0) - state.blkIndent;
}
