import type { LoadedConstruct } from '../../model/extension.js';
import type { Construct, TokenReaders } from '../constructs/construct.js';
import { constructs } from '../constructs/constructs.js';
import { ownConstruct } from '../constructs/own-construct.js';
import { markdownParser, type ParseMarkdown } from '../markdown/parse-markdown.js';

/** The manuscript language as one book writes it. */
export interface ChapterParser {
  /** In the order in which they are applied. */
  readonly constructs: readonly Construct[];
  readonly parse: ParseMarkdown;
  /** What constructs make of their own tokens. */
  readonly readers: TokenReaders;
}

const usual = parserOf(constructs);

/** Banxin's language with a book's own constructs behind it; what they make is numbered and named like everything else. */
export function chapterParser(own: readonly LoadedConstruct[]): ChapterParser {
  if (own.length === 0) return usual;
  const last = constructs.slice(-1);
  return parserOf([...constructs.slice(0, -1), ...own.map(ownConstruct), ...last]);
}

function parserOf(all: readonly Construct[]): ChapterParser {
  return {
    constructs: all,
    parse: markdownParser(all.flatMap(({ markdown }) => markdown ?? [])),
    readers: Object.assign({}, ...all.map(({ tokens }) => tokens ?? {})),
  };
}
