import { diagnose } from '../../../diagnostics/catalogue.js';
import type { Diagnostic, Place } from '../../../model/diagnostic.js';
import { linesOf } from '../lines.js';

/** What the engine would stumble over without a word of where: tags that do not pair, macros that are called and not there. */
export function styleFaults(file: string, text: string): readonly Diagnostic[] {
  const lineAt = linesOf(text);
  const placeAt = (offset: number): Place => ({ file, line: lineAt(offset) });
  const bare = text.replace(/<!--[\s\S]*?-->/g, (comment) => ' '.repeat(comment.length));
  const unpaired = unpairedTag(bare);
  if (unpaired) {
    return [
      diagnose('citation-style-malformed', { file, tag: unpaired.tag }, { file, line: lineAt(unpaired.at) }),
    ];
  }
  const macros = new Set([...bare.matchAll(/<macro\b[^>]*\bname="([^"]*)"/g)].map(([, name]) => name));
  return [...bare.matchAll(/\bmacro="([^"]*)"/g)]
    .filter(([, name]) => !macros.has(name))
    .map(({ 1: macro = '', index }) => diagnose('citation-style-macro-missing', { macro }, placeAt(index)));
}

interface Tag {
  readonly tag: string;
  readonly at: number;
}

/** The first tag that closes none or is not closed. */
function unpairedTag(xml: string): Tag | undefined {
  const open: Tag[] = [];
  for (const { index: at, 1: slash, 2: tag = '', 3: end } of xml.matchAll(
    /<(\/?)([\w:-]+)(?:"[^"]*"|'[^']*'|[^"'<>])*?(\/?)>/g,
  )) {
    if (slash === '/') {
      if (open.pop()?.tag !== tag) return { tag: `</${tag}>`, at };
    } else if (end !== '/') open.push({ tag, at });
  }
  const last = open.at(-1);
  return last && { ...last, tag: `<${last.tag}>` };
}
