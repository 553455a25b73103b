import type { Correction } from '../correction.js';

/** Where a page ends is said in the source; these find the spot there that a spot on the page was copied from. */
export const sourceOfCopies: readonly Correction[] = [
  {
    name: 'source-of-every-copy',
    fault:
      'Layout.createBreakToken searches the source for the text of the page, and where a text repeats itself finds ' +
      'another place: pages are laid out again, or the rest of the document is dropped (a paragraph of 120 equal ' +
      'sentences with emphasis; 220 times <b>〔i〕名</b>和). Layout.append cuts whatever text it appends first by the ' +
      'offset that belongs to another. Here every copy remembers what it was made from.',
    edits: [
      {
        find: 'const MAX_CHARS_PER_BREAK = 1500;\n',
        replacement: `const MAX_CHARS_PER_BREAK = 1500;

/**
 * What the nodes of the pages were copied from: a node of the source and, for text that goes on from an earlier
 * page, the offset where the copy begins.
 */
const sources = new WeakMap();

function rememberSource(copy, node, offset = 0) {
	sources.set(copy, { node, offset });
	for (let i = 0; i < copy.childNodes.length; i++) {
		rememberSource(copy.childNodes[i], node.childNodes[i]);
	}
}
`,
      },
      {
        find: '\t\tlet clone = cloneNode(node, !shallow);\n',
        replacement: `		let clone = cloneNode(node, !shallow);
		let offset = 0;

		// Of the text where the page before ended, the rest
		if (breakToken && breakToken.node === node && isText(node) && breakToken.offset > 0) {
			offset = breakToken.offset;
			clone.textContent = clone.textContent.substring(offset);
		}

		rememberSource(clone, node, offset);
`,
      },
      {
        find: `				} else if (breakToken && isText(breakToken.node) && breakToken.offset > 0) {
					clone.textContent = clone.textContent.substring(breakToken.offset);
					parent.appendChild(clone);
				} else {`,
        replacement: '\t\t\t\t} else {',
      },
      {
        find: '\tcreateBreakToken(overflow, rendered, source) {\n',
        until: '\n\t}\n\n\tfindBreakToken(',
        replacement: `	createBreakToken(overflow, rendered, source) {
		let container = overflow.startContainer;
		let node = isText(container) ? container : child(container, overflow.startOffset);
		let offset = isText(container) ? overflow.startOffset : 0;

		// What layout itself put on the page has no source: what comes after it has
		let walker = document.createTreeWalker(rendered);
		walker.currentNode = node;
		for (let copy = node; copy; copy = walker.nextNode()) {
			let original = sources.get(copy);
			// The call of a footnote stands for the note, which was moved away
			if (!original && isElement(copy) && copy.hasAttribute("data-footnote-call")) {
				original = { node: findElement(copy, source), offset: 0 };
			}
			if (original && original.node) {
				return new BreakToken(original.node, original.offset + (copy === node ? offset : 0));
			}
		}
	}

	findBreakToken(`,
      },
    ],
  },
  {
    name: 'tokens-that-differ',
    fault:
      'BreakToken.equals takes offset 0 for the same as every other: a text that begins a page and is longer than it ' +
      'is taken for one that cannot be laid out, and passed over (<b>甲</b> and a text of two pages, the bold at a ' +
      "page's end).",
    edits: [
      {
        find: `		if (!otherBreakToken) {
			return false;
		}
		if (this["node"] && otherBreakToken["node"] &&`,
        until: '\n\t\treturn true;',
        replacement: `		if (!otherBreakToken) {
			return false;
		}
		return this.node === otherBreakToken.node && (this.offset || 0) === (otherBreakToken.offset || 0);`,
      },
    ],
  },
  {
    name: 'tokens-of-texts',
    fault:
      'BreakToken.toJSON names an element by itself and its place, a text by its parent and its place. Where a page ' +
      'ends before a paragraph and the next before a text of that paragraph, both at the same place among their ' +
      'siblings, the Chunker takes it for a loop and leaves out the rest of the document without a word.',
    edits: [
      {
        find: 'node = this.node.parentElement.dataset.ref;',
        replacement: 'node = this.node.parentElement.dataset.ref + " text";',
      },
    ],
  },
];
