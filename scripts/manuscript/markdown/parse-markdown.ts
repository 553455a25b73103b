import type { Env, Token } from 'markdown-it';
import MarkdownIt from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';
import footnotes from 'markdown-it-footnote';
import { containers } from './container-rule.js';
import { noteCalls } from './note-call-rule.js';

/** Deeper blocks than this are not read on by markdown-it: their text would be lost. */
export const maxNesting = 100;

/** A chapter's Markdown as markdown-it's tokens, with the link definitions that it found. */
export interface ParsedMarkdown {
  readonly tokens: readonly Token[];
  readonly references: NonNullable<Env['references']>;
}

const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false, maxNesting });
markdown.use(footnotes).use(noteCalls).use(cjkFriendly).use(containers);
// The dialect is CommonMark, tables, notes and containers: two tildes are two tildes.
markdown.disable('strikethrough');
// Links and images are judged later, with a diagnostic; markdown-it would leave their markup in the text.
markdown.validateLink = () => true;

/** Parses the Markdown dialect of Banxin; token maps count lines of `text` from 0. */
export function parseMarkdown(text: string): ParsedMarkdown {
  const env: Env = {};
  const tokens = markdown.parse(text, env);
  return { tokens, references: env.references ?? {} };
}

/** The plain text of an image's description, `![here]`. */
export function plainText(tokens: readonly Token[]): string {
  return markdown.renderer.renderInlineAsText([...tokens], markdown.options, {});
}
