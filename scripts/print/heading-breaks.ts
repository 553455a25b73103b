import type { Element, ElementContent } from 'hast';
import { withWordBreaks } from '../theme/word-breaks.js';

/** Puts break opportunities into the long phrases of a heading, through its children. Latin text breaks at spaces anyway. */
export function breakHeading(heading: Element, language: string, room: number): void {
  if (!/^(?:zh|ja)/i.test(language)) return;
  heading.children = heading.children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return withWordBreaks(child.value, language, room);
    if (child.type === 'element') breakHeading(child, language, room);
    return [child];
  });
}
