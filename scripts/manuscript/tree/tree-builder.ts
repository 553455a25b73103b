import type { Element, ElementContent } from 'hast';
import type { Findings } from '../findings.js';
import { mergeHtml } from '../html/merge-html.js';
import type { MixedContent } from '../html/repair-html.js';

/** Deeper trees than this are refused: whoever walks them would run out of stack. */
export const maxDepth = 150;

interface Frame {
  /** `undefined` for the root, and for elements that lie too deep and leave only their content. */
  readonly element: Element | undefined;
  readonly content: MixedContent[];
}

/** Puts a tree together from opening and closing calls; text that follows text joins it. */
export class TreeBuilder {
  readonly #findings: Findings;
  readonly #frames: Frame[] = [{ element: undefined, content: [] }];
  readonly #depth: number;

  /** `depth` is how deep the root itself will lie. */
  constructor(findings: Findings, depth = 0) {
    this.#findings = findings;
    this.#depth = depth;
  }

  /** How many levels lie above what is added next. */
  get depth(): number {
    return this.#depth + this.#frames.length - 1;
  }

  open(element: Element, line: number): void {
    const tooDeep = this.depth >= maxDepth;
    if (tooDeep) this.#findings.report('nesting-too-deep', {}, line);
    this.#frames.push({ element: tooDeep ? undefined : element, content: [] });
  }

  close(): void {
    const frame = this.#frames.pop();
    if (!frame) return;
    const children = this.#merge(frame);
    if (frame.element) this.add({ ...frame.element, children });
    else for (const child of children) this.add(child);
  }

  add(node: MixedContent): void {
    const content = this.#frames.at(-1)?.content;
    const last = content?.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      content?.splice(-1, 1, { type: 'text', value: last.value + node.value });
    else content?.push(node);
  }

  /** Closes what is open and gives the children of the root. */
  finish(): ElementContent[] {
    while (this.#frames.length > 1) this.close();
    const [root] = this.#frames;
    return root ? this.#merge(root) : [];
  }

  #merge(frame: Frame): ElementContent[] {
    return mergeHtml(frame.content, this.#findings, maxDepth - this.depth);
  }
}
