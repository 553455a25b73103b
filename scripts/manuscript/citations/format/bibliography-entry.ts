import type { ElementContent } from 'hast';
import type { BibliographyEntry } from '../citation.js';
import type { CslItem } from '../csl-item.js';
import { nameOthers, nodesOf } from './clean-html.js';

/**
 * One entry of the engine's bibliography. A style may part its first field from the rest (CSL 1.0.2,
 * `second-field-align`): that is the label.
 * `language` is the one in which the entry is worded.
 */
export function bibliographyEntry(html: string, item: CslItem, language: string): BibliographyEntry {
  const named = nameOthers(html.trim(), language);
  const label = /<div class="csl-left-margin">([\s\S]*?)<\/div>/.exec(named);
  const rest = label ? named.slice(label.index + label[0].length) : named;
  const labelNodes = trimmed(nodesOf(label?.[1] ?? '', []));
  return {
    key: item.id,
    ...(labelNodes.length > 0 && { label: labelNodes }),
    children: trimmed(nodesOf(rest.replace(/<div class="csl-(?:block|indent)">/g, ' '), [])),
  };
}

/** Without white space at both ends. */
function trimmed(nodes: readonly ElementContent[]): ElementContent[] {
  const full = nodes.filter((node) => node.type !== 'text' || node.value.trim() !== '' || node.value === ' ');
  return full
    .map((node, index): ElementContent => {
      if (node.type !== 'text') return node;
      const start = index === 0 ? node.value.trimStart() : node.value;
      return { type: 'text', value: index === full.length - 1 ? start.trimEnd() : start };
    })
    .filter((node) => node.type !== 'text' || node.value !== '');
}
