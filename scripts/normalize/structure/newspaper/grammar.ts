import type { Label } from './labels.js';

/** What is not listed below hardly ever happens; it stays possible, so that every page has a reading. */
const never = -12;

/**
 * What follows what on a newspaper page, as log-odds: an article is a kicker, headline, deck and byline
 * in this order, then text with subheads between, then a jump line, a sign-off or captions.
 */
const follows: Readonly<Record<Label | 'start', Partial<Record<Label | 'end', number>>>> = {
  start: { kicker: 0, headline: 0.5, from: 0, text: -2, lead: -1, item: -1, subhead: -4, note: -1, caption: -1, credit: -1, row: -3, salutation: -1, byline: -3 },
  kicker: { headline: 0, kicker: -1.5 },
  headline: { headline: -0.7, deck: 0, byline: 1, text: 0, lead: 2, item: 0.8, salutation: 2, note: 1, from: 2, caption: 0.3, row: -0.5, verse: -1, subhead: -1.2, sign: -3, end: -5 },
  deck: { deck: -0.5, byline: 1, text: 0, lead: 1.5, note: 0.5, from: 1, caption: 0, subhead: -1, salutation: 0 },
  byline: { text: 0, note: 0.7, verse: 0.5, subhead: -0.5, byline: -0.5, caption: 0, from: 0, lead: 0, item: 0, salutation: 0, row: -1.5, credit: -1, headline: -4 },
  note: { text: 0, note: -3, byline: 0, subhead: -0.5, item: 0, headline: -1, kicker: -1, caption: 0, sign: 0, end: 0, row: -1, verse: -1, lead: -1, on: 0, salutation: 0 },
  text: { text: 0, item: -0.5, lead: -1.5, subhead: -0.7, headline: -1.2, kicker: -1.2, caption: 0, credit: -0.5, on: 0.5, sign: -0.5, row: -0.7, verse: -1.5, note: -1, salutation: -2, byline: -1.5, end: 0 },
  lead: { text: 0, item: 0, lead: -0.3, subhead: -1.2, headline: -0.6, kicker: -0.6, caption: 0, credit: 0, on: 0.5, sign: -0.5, row: -0.7, note: -1, byline: -2, end: 0 },
  item: { item: 0.7, text: -0.3, subhead: -1.5, headline: -0.7, kicker: -0.7, caption: 0, credit: -0.5, on: 0.3, sign: -0.5, row: -1, note: -1, end: 0, lead: -1 },
  salutation: { text: 1, item: 0 },
  subhead: { text: 0, item: -0.7, row: -1.2, verse: -1.5, note: -1, caption: -0.5, subhead: -3, lead: -2.5, salutation: -1.5 },
  caption: { caption: 0, credit: 0.5, text: -0.3, headline: -0.2, kicker: -0.2, subhead: -0.5, end: 0, item: -0.5, byline: -1, from: 0, lead: -1, note: -1, sign: -1 },
  credit: { caption: 0, credit: -0.5, text: -0.3, headline: 0, kicker: 0, subhead: -0.5, end: 0, item: -0.5, note: -1, sign: -1, lead: -0.5, byline: -1 },
  from: { text: 0.5, subhead: -0.5, verse: -1, item: -0.3, row: -2 },
  on: { headline: 0.5, kicker: 0.5, caption: 0, credit: 0, end: 0, text: -3, note: -1, lead: -1, byline: -3, sign: -1 },
  sign: { sign: 0.3, headline: 0.5, kicker: 0.5, end: 0.5, caption: 0, note: 0, text: -2, lead: -1, on: 0, credit: 0 },
  row: { row: 0.8, text: -0.5, headline: -0.5, kicker: -0.7, subhead: -1, end: 0, sign: -1, caption: -0.5, item: -0.7, note: -1, credit: 0, on: 0 },
  verse: { verse: 0.8, sign: 0, byline: -1, headline: -0.7, kicker: -0.7, text: -1, end: 0, caption: -0.5, note: -0.7, subhead: -1.5 },
};

/** Log-odds that one label follows another. */
export function stepScore(from: Label | 'start', to: Label | 'end'): number {
  return follows[from][to] ?? never;
}
