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
];
