import { type Operation, writeOperations } from '../../pdf/content-stream.js';
import type { DrawnPage, DrawnPiece } from './drawn-pieces.js';

/** To what a piece belongs: equal owners next to each other get one mark. */
export type Owner = string;

/** What a piece is marked as: content of an owner, with the type that its mark names, or an artifact of a kind. */
export type Marking =
  | { readonly owner: Owner; readonly type: string }
  | { readonly artifact: 'Header' | 'Footer' | undefined };

/** The page's new content stream, and the owners of its marked contents in the order of their numbers. */
export interface MarkedContent {
  readonly stream: Uint8Array;
  readonly owners: readonly Owner[];
}

/**
 * Marks everything that a page paints: each piece as content with a number of its own or as an artifact (ISO 14289-1,
 * section 7.1; ISO 32000-1, section 14.8.2.2). A mark never spans a change of the graphics state that it does not also undo.
 */
export function markContent(page: DrawnPage, markingOf: (piece: DrawnPiece) => Marking): MarkedContent {
  const { operations, pieces } = page;
  const owners: Owner[] = [];
  const marked: Pick<Operation, 'operands' | 'operator'>[] = [];
  let at = 0;
  for (const { from, to, marking } of stretchesOf(page, pieces, markingOf)) {
    marked.push(...operations.slice(at, from));
    marked.push(beginning(marking, owners.length));
    if ('owner' in marking) owners.push(marking.owner);
    marked.push(...operations.slice(from, to), { operands: [], operator: 'EMC' });
    at = to;
  }
  marked.push(...operations.slice(at));
  return { stream: writeOperations(marked), owners };
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly marking: Marking;
}

function stretchesOf(
  { operations }: DrawnPage,
  pieces: readonly DrawnPiece[],
  markingOf: (piece: DrawnPiece) => Marking,
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const piece of pieces) {
    const marking = markingOf(piece);
    const last = stretches.at(-1);
    const goesOn = last && areOne(last.marking, marking) && isBalanced(operations, last, piece.from);
    if (goesOn) stretches[stretches.length - 1] = { ...last, to: piece.to };
    else stretches.push({ from: piece.from, to: piece.to, marking });
  }
  return stretches;
}

function areOne(one: Marking, other: Marking): boolean {
  if ('owner' in one) return 'owner' in other && one.owner === other.owner;
  return 'artifact' in other && one.artifact === other.artifact;
}

/** Whether what stands between two pieces leaves the graphics state as it was. */
function isBalanced(operations: readonly Operation[], { to }: Stretch, from: number): boolean {
  let depth = 0;
  for (const { operator } of operations.slice(to, from)) {
    if (operator === 'q') depth += 1;
    else if (operator === 'Q') depth -= 1;
    else if (depth === 0) return false;
    if (depth < 0) return false;
  }
  return depth === 0;
}

function beginning(marking: Marking, mcid: number): Pick<Operation, 'operands' | 'operator'> {
  if ('owner' in marking) return { operands: [`/${marking.type}`, `<</MCID ${mcid}>>`], operator: 'BDC' };
  if (!marking.artifact) return { operands: ['/Artifact'], operator: 'BMC' };
  const properties = `<</Type/Pagination/Subtype/${marking.artifact}>>`;
  return { operands: ['/Artifact', properties], operator: 'BDC' };
}
