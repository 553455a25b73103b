import type { Token } from 'markdown-it';
import type { Findings } from '../findings.js';
import { looksLikeFence } from '../markdown/container-fence.js';

/** Reports lines of text that look like a container's fence: they are printed, which nobody can have meant. */
export function reportFenceLines(tokens: readonly Token[], findings: Findings): void {
  for (const token of tokens) {
    if (token.type !== 'inline' || !token.content.includes(':::')) continue;
    const first = (token.map?.[0] ?? 0) + 1;
    for (const [index, line] of token.content.split('\n').entries()) {
      if (looksLikeFence(line))
        findings.report('container-stray-fence', { fence: line.slice(0, 40) }, first + index);
    }
  }
}
