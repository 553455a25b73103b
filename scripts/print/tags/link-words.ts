import { labelLanguage } from '../../theme/role-labels.js';

interface LinkWords {
  readonly note: (mark: string) => string;
  readonly backToCall: (mark: string) => string;
  readonly page: (label: string, text: string) => string;
}

const words: Readonly<Record<string, LinkWords>> = {
  'zh-Hans': {
    note: (mark) => `注${mark}`,
    backToCall: (mark) => `回到注${mark}在正文中的位置`,
    page: (label, text) => `${text}：第 ${label} 页`,
  },
  'zh-Hant': {
    note: (mark) => `註${mark}`,
    backToCall: (mark) => `回到註${mark}在正文中的位置`,
    page: (label, text) => `${text}：第 ${label} 頁`,
  },
  ja: {
    note: (mark) => `注${mark}`,
    backToCall: (mark) => `注${mark}の本文へ戻る`,
    page: (label, text) => `${text}：${label}ページ`,
  },
};

const english: LinkWords = {
  note: (mark) => `Note ${mark}`,
  backToCall: (mark) => `Back to where note ${mark} is called`,
  page: (label, text) => `${text}: page ${label}`,
};

/** What is known of a link when it is put into words. */
export interface DescribedLink {
  readonly target: string;
  readonly text: string;
  readonly kind: 'call' | 'mark' | 'other';
}

/**
 * What a link is for, in the book's language (ISO 14289-1, section 7.18.5): a note by its mark, a place in the book with
 * its page, an address as it stands.
 */
export function linkDescription(
  { target, text, kind }: DescribedLink,
  language: string,
  pageOf: (id: string) => string | undefined,
): string {
  const own = words[labelLanguage(language)] ?? english;
  if (kind === 'call') return own.note(text);
  if (kind === 'mark') return own.backToCall(text);
  const page = target.startsWith('#') ? pageOf(target.slice(1)) : undefined;
  if (page !== undefined) return own.page(page, text);
  return target.startsWith('#') ? text : target;
}
