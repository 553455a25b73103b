import type { Correction } from '../correction.js';

/** Where a page ends: what overflows it, and what is done where nothing fits. */
export const pageEnds: readonly Correction[] = [
  {
    name: 'page-end-where-the-browser-broke',
    fault:
      'Layout.findOverflow looks at the box around all parts of an element and at the words of a text from its ' +
      'beginning; it takes no notice of what overflows in a box with break-inside: avoid, and guesses where rows ' +
      'with spans begin. Text stays in the invisible column beside the page. The browser has broken the page ' +
      'already: here the first part that stands in the next column is the end.',
    edits: [
      {
        find: '\tfindOverflow(rendered, bounds = this.bounds, gap = this.gap) {\n',
        until: '\n\t}\n\n\tfindEndToken(',
        replacement: `	findOverflow(rendered, bounds = this.bounds, gap = this.gap) {
		if (!this.hasOverflow(rendered, bounds)) return;

		let end = Math.round(bounds.right + gap);
		let vEnd = Math.round(bounds.bottom);
		let found = firstBeyond(rendered, (rect) => Math.round(rect.left) >= end || Math.round(rect.top) >= vEnd);
		if (!found) return;

		let { node, offset } = this.pageEnd(found, rendered, bounds);
		let range = document.createRange();
		if (offset > 0) {
			range.setStart(node, offset);
		} else {
			range.setStartBefore(node);
		}
		range.setEndAfter(rendered.lastChild);
		return range;
	}

	/**
	 * The last place before the overflow where the page may end: before rows and ruby that stand together, and before
	 * the box that the overflow begins. Where the page itself begins there, nearer to the overflow.
	 */
	pageEnd(found, rendered, bounds) {
		let ruby = isText(found.node) && parentOf(found.node, "RUBY", rendered);
		let wholes = [...keptRows(found.node, rendered, bounds), ruby, found.offset === 0 && found.node];
		for (let whole of wholes.filter((node) => node)) {
			for (let node of [outermostStart(whole, rendered), whole]) {
				if (hasContentBefore(node, rendered)) {
					return { node, offset: 0 };
				}
			}
		}
		return found;
	}

	findEndToken(`,
      },
      {
        find: '\ttextBreak(node, start, end, vStart, vEnd) {\n',
        until: '\n\t\treturn offset;\n\t}\n\n',
        replacement: '',
      },
      {
        find: '/**\n * Layout\n * @class\n */',
        replacement: `function boxesOf(node) {
	return Array.from(getClientRects(node)).filter((rect) => rect.width > 0 || rect.height > 0);
}

/**
 * The first place in a tree whose box lies beyond the page, as a node and an offset in it. An element that begins on
 * the page is looked into.
 */
function firstBeyond(parent, isBeyond) {
	for (let node = parent.firstChild; node; node = node.nextSibling) {
		let boxes = boxesOf(node);
		if (boxes.length && isBeyond(boxes[0])) {
			return { node, offset: 0 };
		}
		if (boxes.length && !boxes.some(isBeyond)) {
			continue;
		}
		if (isText(node)) {
			if (boxes.length) return { node, offset: offsetBeyond(node, isBeyond) };
		} else {
			let found = firstBeyond(node, isBeyond);
			if (found) return found;
		}
	}
}

/** The first character of a text from which on all lies beyond the page, by halving. */
function offsetBeyond(text, isBeyond) {
	let range = document.createRange();
	range.setEndAfter(text);
	let within = 0;
	let beyond = text.length;
	while (beyond - within > 1) {
		let middle = (within + beyond) >> 1;
		range.setStart(text, middle);
		let [first] = boxesOf(range);
		if (!first || isBeyond(first)) {
			beyond = middle;
		} else {
			within = middle;
		}
	}
	// Where a word is divided, a range that begins behind the soft hyphen has the box of the hyphen first
	if (text.data.charAt(beyond - 2) === '\\u00AD') {
		range.setStart(text, beyond - 1);
		range.setEnd(text, beyond);
		let own = boxesOf(range).pop();
		if (own && isBeyond(own)) beyond -= 1;
	}
	// A character of two code units is not parted
	return /[\\uDC00-\\uDFFF]/.test(text.data.charAt(beyond)) ? beyond - 1 : beyond;
}

function isSeen(node) {
	return isElement(node) ? boxesOf(node).some((rect) => rect.height > 0) : hasContent(node);
}

/** Whether anything stands before a node on its page, but what layout repeats there. */
function hasContentBefore(node, rendered) {
	for (let at = node; at !== rendered; at = at.parentNode) {
		for (let before = at.previousSibling; before; before = before.previousSibling) {
			if (isSeen(before) && !(isElement(before) && before.matches("[data-repeated], [data-continued]"))) return true;
		}
	}
	return false;
}

/** The outermost box that begins with a node; a table begins with the first row after its head. */
function outermostStart(node, rendered) {
	let start = node;
	while (start.parentNode !== rendered) {
		for (let before = start.previousSibling; before; before = before.previousSibling) {
			let isPart = ["CAPTION", "COLGROUP", "THEAD"].includes(before.nodeName) || before.hasAttribute?.("data-continued");
			if (isSeen(before) && !isPart) return start;
		}
		start = start.parentNode;
	}
	return start;
}

/** The rows around a node that are not to be broken, the outermost first; of short rows joined by spans the first. */
function keptRows(node, rendered, bounds) {
	let rows = [];
	for (let at = node; at !== rendered; at = at.parentNode) {
		let isKept = (element) => window.getComputedStyle(element)["break-inside"] === "avoid";
		if (at.nodeName === "TR" && (at === node || [at, ...at.cells].some(isKept))) {
			let joined = joinedRows(at);
			let height = joined.flatMap(boxesOf).reduce((sum, rect) => sum + rect.height, 0);
			rows.unshift(height < bounds.height / 2 ? joined[0] : at);
		}
	}
	return rows;
}

/** The rows that cells over several rows join with a row, that row among them. */
function joinedRows(row) {
	let group = [];
	let reach = 0;
	let rows = row.parentNode.rows ? Array.from(row.parentNode.rows) : [row];
	for (let [index, other] of rows.entries()) {
		if (index >= reach) {
			if (group.includes(row)) break;
			group = [];
		}
		group.push(other);
		for (let cell of other.cells) {
			reach = Math.max(reach, index + (cell.rowSpan || rows.length));
		}
	}
	return group;
}

/**
 * Layout
 * @class
 */`,
      },
    ],
  },
  {
    name: 'breaks-to-avoid-left-to-the-browser',
    fault:
      'Breaks takes break-before and break-after: avoid out of the style sheet, and Layout.findOverflow breaks before ' +
      'whatever stands before such an element; where that begins the page, it is passed over (a heading at the top of ' +
      'a page, and a figure that fills the rest).',
    edits: [
      {
        find: `				property === "page-break-after"
		) {
			let child = declaration.value.children.first();
			let value = child.name;`,
        replacement: `				property === "page-break-after"
		) {
			let child = declaration.value.children.first();
			let value = child.name;

			// The browser keeps together what stands in its columns, and parts again what a later rule allows
			if (value === "avoid" || value === "auto") return;
`,
      },
    ],
  },
  {
    name: 'nothing-passed-over',
    fault:
      'Where a page ends at its own beginning, because what begins it does not fit, Layout.renderTo goes on after it, ' +
      'and lays out again what the page held besides. Here the page keeps what does not fit, without a repeated table ' +
      'head if that makes room, and what comes after goes on.',
    edits: [
      {
        find: `			// Stop removal if we are in a loop
			if (breakToken && breakToken.equals(prevBreakToken)) {
				return breakToken;
			}
`,
        replacement: `			// The page would end where it began
			if (breakToken && breakToken.equals(prevBreakToken)) {
				let repeated = rendered.querySelectorAll("[data-repeated]");
				if (repeated.length) {
					repeated.forEach((element) => element.remove());
					return this.findBreakToken(rendered, source, bounds, prevBreakToken, extract);
				}
				let { startContainer, startOffset } = overflow;
				let next = nodeAfter(isText(startContainer) ? startContainer : child(startContainer, startOffset), rendered);
				if (!next) return;
				overflow.setStartBefore(next);
				breakToken = this.createBreakToken(overflow, rendered, source);
			}
`,
      },
    ],
  },
  {
    name: 'cut-until-it-fits',
    fault:
      'Once what overflows is cut off, the rest is laid out anew and may grow (a table whose columns are as wide as what ' +
      'is in them): its last lines then stand beside the page. Here the page is looked at again until nothing overflows.',
    edits: [
      {
        find: '\tfindBreakToken(rendered, source, bounds = this.bounds, prevBreakToken, extract = true) {\n',
        replacement: `	findBreakToken(rendered, source, bounds = this.bounds, prevBreakToken, extract = true) {
		let breakToken = this.cutOverflow(rendered, source, bounds, prevBreakToken, extract);
		let earlier = breakToken;
		for (let cuts = 0; earlier && extract && cuts < 20; cuts++) {
			breakToken = earlier;
			this.rebuildTableFromBreakToken(breakToken, rendered);
			earlier = this.cutOverflow(rendered, source, bounds, prevBreakToken, extract);
		}
		return breakToken;
	}

	cutOverflow(rendered, source, bounds = this.bounds, prevBreakToken, extract = true) {
`,
      },
    ],
  },
  {
    name: 'split-marked-when-cut',
    fault:
      'Splits marks what goes on on the next page only when that page is laid out, and the last line only of the ' +
      'innermost element: what the marks change (quotation marks of q, the last line stretched) is not there when the ' +
      'page is measured, so text may be pushed off it later (a q over a page end), and a paragraph that ends inside ' +
      '<b> has a ragged last line. Here every box around the cut is marked at once.',
    edits: [
      {
        find: '\t\t\t\tlet removed = this.removeOverflow(overflow, breakLetter);\n',
        replacement: `				let removed = this.removeOverflow(overflow, breakLetter);
				for (let at = breakToken.node.parentNode; at && isElement(at); at = at.parentNode) {
					let copy = findElement(at, rendered);
					if (!copy) continue;
					copy.dataset.splitTo = copy.dataset.ref;
					if (!copy.dataset.splitFrom) {
						copy.dataset.splitOriginal = true;
					}
				}
`,
      },
    ],
  },
];
