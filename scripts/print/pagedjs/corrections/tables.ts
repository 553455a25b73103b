import type { Correction } from '../correction.js';

/** Tables over several pages. */
export const tables: readonly Correction[] = [
  {
    name: 'cells-beside-a-split-cell',
    fault:
      'Where a page ends inside a cell, Layout.rebuildTableFromBreakToken gives its row the cells that come after, empty: ' +
      'only those of the innermost table, only after a td, with ids that come again on the next page, and anew with ' +
      'every call.',
    edits: [
      {
        find: '\t\tlet td = isElement(node) ? node.closest("td") : node.parentElement.closest("td");\n',
        until: '\n\t}\n\n\tasync waitForImages(',
        replacement: `		let cell = node.parentElement && node.parentElement.closest("td, th");
		for (; cell; cell = cell.parentElement.closest("td, th")) {
			if (!findElement(cell, dest, true)) continue;
			for (let next = cell.nextElementSibling; next; next = next.nextElementSibling) {
				if (!findElement(next, dest, true)) {
					this.append(next, dest, null, true).removeAttribute("id");
				}
			}
		}
	}

	async waitForImages(`,
      },
    ],
  },
  {
    name: 'cells-that-go-on',
    fault:
      'Where a page begins inside a table, rebuildAncestors copies cells that span rows from the page before, text and ' +
      'all, into the source, by comparing how many cells the rows have; text is repeated, lost, or stands in another ' +
      'column (rows joined by a cell, over a page end). Here the columns are counted, and the places of cells that ' +
      'stand on the page before are kept by empty ones.',
    edits: [
      {
        find: '\t// Handle rowspan on table\n',
        until: '\n\t// Gather all ancestors\n',
        replacement: '\t// Gather all ancestors\n',
      },
      {
        find: '\t\t// rebuild table rows\n',
        until: '\n\t\t\t\n\t\t}\n',
        replacement: '',
      },
      {
        find: '\t\t\t\tlet fragment = rebuildAncestors(node);\n',
        replacement:
          '\t\t\t\tlet fragment = rebuildAncestors(node);\n\t\t\t\tcontinueTables(node, fragment);\n',
      },
      {
        find: '\t\tif (clone.dataset && clone.dataset.ref) {\n\t\t\tif (!dest.indexOfRefs) {',
        replacement: `		if (clone.nodeName === "TR" && !clone.parentNode.closest("[data-repeated]")) {
			continueRow(node, clone);
		} else if (clone.nodeName === "TD" || clone.nodeName === "TH") {
			placeCell(node, clone);
		}

		if (clone.dataset && clone.dataset.ref) {
			if (!dest.indexOfRefs) {`,
      },
      {
        find: '/**\n * Layout\n * @class\n */',
        replacement: `/** The first columns of the cells of a table's section, and the rows over which they reach. */
function gridOf(section) {
	let cells = new Map();
	let free = [];
	Array.from(section.children).forEach((row, index, rows) => {
		let column = 0;
		for (let cell of row.children) {
			while (free[column] > index) column++;
			let end = cell.rowSpan === 0 ? rows.length : index + (cell.rowSpan || 1);
			cells.set(cell, { column, row: index, end });
			for (let across = cell.colSpan || 1; across > 0; across--) {
				free[column++] = end;
			}
		}
	});
	return cells;
}

const grids = new WeakMap();

function placeOf(cell) {
	let section = cell.parentNode.parentNode;
	if (!grids.has(section)) {
		grids.set(section, gridOf(section));
	}
	return grids.get(section).get(cell);
}

/** Columns of the empty cells that stand for those of the page before. */
const continued = new WeakMap();

function continuation(cell, copy, column) {
	let empty = cell.cloneNode(false);
	empty.removeAttribute("id");
	empty.removeAttribute("data-ref");
	empty.setAttribute("data-continued", "");
	continued.set(empty, column);
	let after = Array.from(copy.children).find((other) => continued.get(other) > column);
	copy.insertBefore(empty, after || null);
	return empty;
}

/** Keeps the columns of a row that cells of earlier rows reach into, where those rows stand on an earlier page. */
function continueRow(row, copy) {
	if (copy.previousElementSibling || !row.previousElementSibling) return;
	let index = Array.from(row.parentNode.children).indexOf(row);
	for (let above = row.previousElementSibling; above; above = above.previousElementSibling) {
		for (let cell of above.children) {
			let place = placeOf(cell);
			if (place && place.end > index) {
				continuation(cell, copy, place.column).rowSpan = place.end - index;
			}
		}
	}
}

/** Puts a cell, which was added at its row's end, before the continued cells of later columns. */
function placeCell(cell, copy) {
	let place = placeOf(cell);
	let after = place && Array.from(copy.parentNode.children).find((other) => continued.get(other) > place.column);
	if (after) {
		copy.parentNode.insertBefore(copy, after);
	}
}

/** Keeps the columns of the tables that a page begins in. */
function continueTables(node, fragment) {
	for (let at = node; at.parentNode && isElement(at.parentNode); at = at.parentNode) {
		let row = at.parentNode;
		let copy = row.nodeName === "TR" && findElement(row, fragment);
		if (!copy) continue;
		continueRow(row, copy);
		for (let before = at.previousElementSibling; before; before = before.previousElementSibling) {
			continuation(before, copy, placeOf(before).column);
		}
		let own = findElement(at, copy);
		if (own) {
			placeCell(at, own);
		}
	}
}

/**
 * Layout
 * @class
 */`,
      },
    ],
  },
  {
    name: 'table-heads-repeated',
    fault:
      'A table that goes on has no head. Here its head and its columns come again on each page, without ids and notes, ' +
      'marked as repeated.',
    edits: [
      {
        find: '\t\t\t\tcontinueTables(node, fragment);\n',
        replacement: '\t\t\t\tcontinueTables(node, fragment);\n\t\t\t\trepeatHeads(node, fragment);\n',
      },
      {
        find: '/**\n * Layout\n * @class\n */',
        replacement: `/** Gives the tables that a page begins in their heads again. */
function repeatHeads(node, fragment) {
	for (let at = node; at.parentNode && isElement(at.parentNode); at = at.parentNode) {
		let table = at.parentNode;
		let copy = table.nodeName === "TABLE" && findElement(table, fragment);
		if (!copy) continue;
		for (let part of Array.from(table.children).reverse()) {
			let isBefore = part !== at && part.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING;
			if (!isBefore || (part.nodeName !== "THEAD" && part.nodeName !== "COLGROUP")) continue;
			let repeated = part.cloneNode(true);
			repeated.setAttribute("data-repeated", "");
			repeated.setAttribute("aria-hidden", "true");
			repeated.querySelectorAll("[data-note]").forEach((note) => note.remove());
			for (let element of [repeated, ...repeated.querySelectorAll("*")]) {
				element.removeAttribute("id");
				element.removeAttribute("data-ref");
			}
			copy.insertBefore(repeated, copy.firstChild);
		}
	}
}

/**
 * Layout
 * @class
 */`,
      },
    ],
  },
];
