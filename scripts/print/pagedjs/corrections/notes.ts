import type { Correction } from '../correction.js';

/** Notes at the foot of the page. */
export const notes: readonly Correction[] = [
  {
    name: 'note-with-its-call',
    fault:
      'Where a note does not fit, Footnotes.moveFootnote ends the page at the lower edge of its call. A raised call ' +
      'ends above its line, so the line goes on to the next page while the note stays, or the call stays and the ' +
      'whole note goes. Here the page ends where the line of the call does, by its line height; and the line goes ' +
      'along with its note unless two lines of the note stay.',
    edits: [
      {
        find: `			let prevSibling = noteCall.previousSibling;
			let range = new Range();
			if (prevSibling) {
				range.setStartBefore(prevSibling);
			} else {
				range.setStartBefore(noteCall);
			}
			range.setEndAfter(noteCall);
			let rangeBounds = range.getBoundingClientRect();
`,
        replacement: `			let rangeBounds = lineOfNoteCall(noteCall);
`,
      },
      {
        find: 'class Footnotes extends Handler {',
        replacement: `function lineOfNoteCall(call) {
	const raised = call.previousElementSibling;
	const block = call.closest("p, li, td, th, dd, dt, blockquote, div");
	const height = Number.parseFloat(getComputedStyle(block).lineHeight);
	const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
	let text = null;
	for (let node = walker.nextNode(); node && node.compareDocumentPosition(call) & 4; node = walker.nextNode()) {
		if (node.data.trim() !== "" && !(raised && raised.contains(node))) text = node;
	}
	const range = new Range();
	if (text) {
		range.setStart(text, text.data.trimEnd().length - 1);
		range.setEnd(text, text.data.trimEnd().length);
	} else {
		range.selectNode(raised || call);
	}
	const rects = range.getClientRects();
	const rect = rects[rects.length - 1] || (raised || call).getBoundingClientRect();
	const middle = (rect.top + rect.bottom) / 2;
	return { top: middle - height / 2, bottom: middle + height / 2 };
}

class Footnotes extends Handler {`,
      },
      {
        find: `		let hasNotes = noteArea.querySelector("[data-note='footnote']");
		if (needsNoteCall`,
        replacement: `		let hasNotes = noteArea.querySelector("[data-note='footnote']");
		const noteLine = Number.parseFloat(getComputedStyle(node).lineHeight);
		if (noteCallPosition && notePolicyDelta < 2 * noteLine + (noteAreaBounds.height === 0 ? total : 0)) {
			notePolicyDelta = Math.floor(noteAreaBounds.top) - Math.floor(lineOfNoteCall(noteCall).top);
		}
		if (needsNoteCall`,
      },
    ],
  },
  {
    name: 'calls-at-a-line-end',
    fault:
      'Footnotes takes a call whose left edge is beyond the right edge of the page for one on the next page. At the end ' +
      'of a full line an empty call stands there too, or a hair further: its note is lost. The next page is a whole ' +
      'column away.',
    edits: [
      {
        find: '\t\tright = size.left + size.width;\n',
        replacement: '\t\tright = size.left + size.width * 1.05;\n',
      },
      {
        find: '\t\tlet right = size.left + size.width;\n\n\t\t// TODO',
        replacement: '\t\tlet right = size.left + size.width * 1.05;\n\n\t\t// TODO',
      },
    ],
  },
];
