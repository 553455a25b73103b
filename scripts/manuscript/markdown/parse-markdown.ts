import type { Env, MarkdownIt as Markdown, Token } from 'markdown-it';
import MarkdownIt from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';

/** Deeper blocks than this are not read on by markdown-it: their text would be lost. */
export const maxNesting = 100;

/** A chapter's Markdown as markdown-it's tokens, with the link definitions that it found. */
export interface ParsedMarkdown {
  readonly tokens: readonly Token[];
  readonly references: NonNullable<Env['references']>;
}

/** `given` is handed to the rules, as the parser's `env`. */
export type ParseMarkdown = (text: string, given?: Readonly<Record<string, unknown>>) => ParsedMarkdown;

/** A parser of Banxin's dialect; token maps count lines of the text from 0. `rules` come after those of the base. */
export function markdownParser(rules: readonly ((markdown: Markdown) => void)[]): ParseMarkdown {
  const markdown = baseParser();
  for (const rule of rules) markdown.use(rule);
  return (text, given = {}) => {
    const env: Env = { ...given };
    const tokens = markdown.parse(text, env);
    return { tokens, references: env.references ?? {} };
  };
}

/** CommonMark with tables; a mark of emphasis may stand between Chinese characters and their punctuation. */
function baseParser(): Markdown {
  const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false, maxNesting });
  markdown.use(cjkFriendly);
  // Two tildes are two tildes.
  markdown.disable('strikethrough');
  // Links and images are judged later, with a diagnostic; markdown-it would leave their markup in the text.
  markdown.validateLink = () => true;
  return markdown;
}

const plain = new MarkdownIt();

/** The plain text of an image's description, `![here]`. */
export function plainText(tokens: readonly Token[]): string {
  return plain.renderer.renderInlineAsText([...tokens], plain.options, {});
}
