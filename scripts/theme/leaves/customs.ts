import type { Theme } from '../../model/theme.js';
import { labelLanguage } from '../role-labels.js';

/** Where the trade puts what every book has. */
export interface Customs {
  /** On the back of the title page, or on the book's last page (奥付). */
  readonly imprint: 'front' | 'back';
  /** Whether the contents stands before the chapters of the front matter (preface, foreword) or after them. */
  readonly contents: 'before-preface' | 'after-preface';
}

/**
 * The customs of a book: what its theme says, else those of its language. Chinese and Japanese prefaces come before
 * the contents, Latin ones after it (Chicago Manual of Style, 1.4); a Japanese imprint stands at the end.
 */
export function customsOf(theme: Pick<Theme, 'imprint' | 'contents'>, language: string): Customs {
  const own = labelLanguage(language);
  return {
    imprint: theme.imprint ?? (own === 'ja' ? 'back' : 'front'),
    contents: theme.contents ?? (own === 'en' ? 'before-preface' : 'after-preface'),
  };
}
