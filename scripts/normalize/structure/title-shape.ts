import { endsSentence, openDepth } from '../text/characters.js';
import type { Segment } from '../text/segments.js';
import { isByline, isDateline, reportsSpeech } from './newspaper/line-forms.js';

/** Longest line of a title, in characters. */
const longestLine = 60;

/** Whether a line could be a title, or a line of one, by its shape alone. */
export function isHeadlineLike({
  text,
  role,
  sameLine,
}: Pick<Segment, 'role' | 'sameLine' | 'text'>): boolean {
  if (role !== 'body' || sameLine || text.length < 2 || text.length > longestLine) return false;
  if (endsSentence(text.replace(/[！？!?]$/u, '')) || /[，、；：,;:—-]$/u.test(text)) return false;
  if (/[。；]/u.test(text) || reportsSpeech(text) || openDepth(text) > 0) return false;
  if (isDateline(text) || isByline(text)) return false;
  return (text.match(/[，,]/gu)?.length ?? 0) <= 2 && /^(?:——)?[\p{L}\p{N}“‘「『《【("]/u.test(text);
}
