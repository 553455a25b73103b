import { safeElements, voidElements } from '../../../scripts/manuscript/html/safe-html.js';

/** Elements that hold something and need nothing else to be whole. */
const names = [...safeElements].filter((name) => name !== 'img' && name !== 'col' && name !== 'colgroup');

/** A chapter of elements set into each other as chance has it; the same number makes the same chapter. */
export function randomChapter(seed: number): string {
  let state = seed;
  const chance = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
  const piece = (depth: number): string => {
    if (depth === 0 || chance() < 0.25) return chance() < 0.3 ? '文字 ' : '文';
    const name = names[Math.floor(chance() * names.length)] ?? 'p';
    if (voidElements.has(name)) return `<${name}>`;
    const content = Array.from({ length: 1 + Math.floor(chance() * 3) }, () => piece(depth - 1));
    return `<${name}>${content.join('')}</${name}>`;
  };
  const blocks = Array.from({ length: 8 }, () => (chance() < 0.5 ? '文 ' : '') + piece(4));
  return `# 章\n\n${blocks.join('\n\n')}\n`;
}
