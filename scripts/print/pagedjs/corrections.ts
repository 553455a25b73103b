/** A fault of Paged.js 0.4.3 and its mending, as edits of its source. */
export interface Correction {
  readonly name: string;
  /** What goes wrong without it, with the smallest text that shows it. */
  readonly fault: string;
  /** Each first text must stand in the source exactly once; the second takes its place. */
  readonly edits: readonly (readonly [string, string])[];
}

export const pagedjsVersion = '0.4.3';

export const corrections: readonly Correction[] = [
  {
    name: 'offset-of-continued-text',
    fault:
      'Layout.createBreakToken turns an offset in the rendered node into one in the source by indexOf; the ' +
      'rendered text is always a tail of the source, so where a text repeats itself the token jumps back and ' +
      'the rest of the document is dropped (one paragraph of 120 equal sentences with emphasis).',
    edits: [
      [
        'offset += node.textContent.indexOf(container.textContent);',
        'offset += Math.max(0, node.textContent.lastIndexOf(container.textContent));',
      ],
    ],
  },
  {
    name: 'sibling-of-short-text',
    fault:
      'indexOfTextNode takes the first text of the parent that includes the rendered one, so a short text equal ' +
      'to an earlier sibling is taken for it and pages repeat (220 times <b>〔i〕名</b>和).',
    edits: [
      [
        'let nodeTextContent = node.textContent;\n\t\tlet child;',
        'let nodeTextContent = node.textContent;\n\t\tlet child;\n' +
          '\t\tconst before = node.previousElementSibling && node.previousElementSibling.dataset.ref;',
      ],
      [
        'if (text.includes(nodeTextContent)) {',
        'const sibling = child.previousElementSibling;\n' +
          '\t\t\t\tif ((!before || (sibling && sibling.dataset.ref === before)) && text.endsWith(nodeTextContent)) {',
      ],
    ],
  },
  {
    name: 'closing-quote-of-strings',
    fault:
      'StringSets leaves the CSS string open: a running head with string(x) before other content vanishes.',
    edits: ['First', 'Last', 'Start', 'FirstExcept'].map(
      (which) =>
        [`\`"\${cleanPseudoContent(var${which})}\``, `\`"\${cleanPseudoContent(var${which})}"\``] as const,
    ),
  },
  {
    name: 'ids-that-repeat',
    fault:
      'Ids come from the clock and chance. They stand in the rewritten style sheet too (`A + B` and `:nth-of-type` ' +
      'become classes of their own), so chapters laid out apart could not share one. Here they count from ' +
      '`pagedjsIds`, which each layout sets to 0: the same style sheet gets the same ids in every layout.',
    edits: [
      [
        'function UUID() {',
        'function UUID() {\n\t\tglobalThis.pagedjsIds = (globalThis.pagedjsIds || 0) + 1;\n' +
          '\t\treturn "id-" + globalThis.pagedjsIds;',
      ],
    ],
  },
  {
    name: 'note-with-its-call',
    fault:
      'Where a note does not fit, Footnotes.moveFootnote ends the page at the lower edge of its call. A raised call ' +
      'ends above its line, so the line goes on to the next page while the note stays, or the call stays and the ' +
      'whole note goes. Here the page ends where the line of the call does, by its line height; and the line goes ' +
      'along with its note unless two lines of the note stay.',
    edits: [
      [
        `				let prevSibling = noteCall.previousSibling;
				let range = new Range();
				if (prevSibling) {
					range.setStartBefore(prevSibling);
				} else {
					range.setStartBefore(noteCall);
				}
				range.setEndAfter(noteCall);
				let rangeBounds = range.getBoundingClientRect();
`,
        `				let rangeBounds = lineOfNoteCall(noteCall);
`,
      ],
      [
        'class Footnotes extends Handler {',
        `function lineOfNoteCall(call) {
		const raised = call.previousElementSibling;
		const block = call.closest("p, li, td, th, dd, dt, blockquote, div");
		const height = Number.parseFloat(getComputedStyle(block).lineHeight);
		const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
		let text = null;
		for (let node = walker.nextNode(); node && node.compareDocumentPosition(call) & 4; node = walker.nextNode())
			if (node.data.trim() !== "" && !(raised && raised.contains(node))) text = node;
		const range = new Range();
		if (text) range.setStart(text, text.data.trimEnd().length - 1), range.setEnd(text, text.data.trimEnd().length);
		else range.selectNode(raised || call);
		const rects = range.getClientRects();
		const rect = rects[rects.length - 1] || (raised || call).getBoundingClientRect();
		const middle = (rect.top + rect.bottom) / 2;
		return { top: middle - height / 2, bottom: middle + height / 2 };
	}

	class Footnotes extends Handler {`,
      ],
      [
        'let hasNotes = noteArea.querySelector("[data-note=\'footnote\']");\n\t\t\tif (needsNoteCall',
        'let hasNotes = noteArea.querySelector("[data-note=\'footnote\']");\n' +
          '\t\t\tconst noteLine = Number.parseFloat(getComputedStyle(node).lineHeight);\n' +
          '\t\t\tif (noteCallPosition && notePolicyDelta < 2 * noteLine + (noteAreaBounds.height === 0 ? total : 0))\n' +
          '\t\t\t\tnotePolicyDelta = Math.floor(noteAreaBounds.top) - Math.floor(lineOfNoteCall(noteCall).top);\n' +
          '\t\t\tif (needsNoteCall',
      ],
    ],
  },
];
