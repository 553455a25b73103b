import { endsSentence, openDepth } from '../text/characters.js';
import type { Segment } from '../text/segments.js';
import { isByline, isDateline } from './newspaper/line-forms.js';

const reported = /(?:表示|指出|强调|強調|认为|認為|说|說|介绍|介紹|透露|告诉|要求|写道|道|提出)[，：,:]/u;

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
  if (/[。；]/u.test(text) || reported.test(text) || openDepth(text) > 0) return false;
  if (isDateline(text) || isByline(text)) return false;
  return (text.match(/[，,]/gu)?.length ?? 0) <= 2 && /^(?:——)?[\p{L}\p{N}“‘「『《【("]/u.test(text);
}
