import type { Choice } from '../decisions/decision.js';
import type { PageReview, PageWords } from './page-data.js';

/** Most items, and places of one, that the page shows where no script runs. */
const [mostItems, mostPlaces] = [400, 6];

type Item = PageReview['items'][number];

/** What is open, for a reader without scripts: the context, and what each way of settling it prints. */
export function plainItems(review: PageReview, words: PageWords): readonly unknown[] {
  return review.items
    .filter(({ state }) => state === 'open')
    .slice(0, mostItems)
    .map((item) => ({
      rule: inBoth(words, `rule.${item.rule}`, item.rule),
      sure: Math.round(100 * item.confidence),
      notes: item.flags.map(({ en, zh }) => `${zh[0]} · ${en[0]}`),
      more: item.count > mostPlaces && item.count - mostPlaces,
      places: item.places.slice(0, mostPlaces).map((place) => ({
        at: place.at,
        chapter: review.chapters[place.chapter]?.title ?? review.chapters[place.chapter]?.file,
        before: visible(place.raw.before),
        place: visible(place.raw.place),
        after: visible(place.raw.after),
        outcomes: item.outcomes.map((outcome) => ({
          label: choiceLabel(words, outcome.choice),
          current: outcome.current,
          preview: previewOf(item, place, outcome.text),
        })),
      })),
    }));
}

export function plainChapters({ chapters }: PageReview): readonly unknown[] {
  return chapters.map((chapter, i) => ({
    ...chapter,
    number: i + 1,
    title: chapter.title ?? chapter.file,
    odd: chapter.odd.map(({ en, zh }) => `${zh[0]} · ${en[0]}`),
  }));
}

/** The printed text around a place as an outcome leaves it. */
export function previewOf(
  { kind }: Pick<Item, 'kind'>,
  { raw, printed }: Item['places'][number],
  text: string,
): string {
  const { before, after } = printed ?? { before: flat(raw.before), after: flat(raw.after) };
  return kind === 'line' && text !== '' ? `${before}¶${text}¶${after}` : `${before}${text}${after}`;
}

/** Raw text with its line ends shown. */
function visible(text: string): string {
  return text.replace(/\r\n|[\n\r\f\v\u2028\u2029]/g, '⏎');
}

function flat(text: string): string {
  return text.replace(/\s*[\n\r\f\v\u2028\u2029]\s*/g, '⏎');
}

function choiceLabel(words: PageWords, choice: Choice | undefined): string {
  if (!choice) return inBoth(words, 'choice.none', '');
  if (choice.do === 'role') return inBoth(words, `role.${choice.role}`, choice.role);
  return inBoth(words, `choice.${choice.do}`, choice.do, choice);
}

/** Both languages: without scripts the page cannot know which one its reader reads. */
function inBoth(words: PageWords, key: string, otherwise: string, values: object = {}): string {
  const filled = [words.zh[key], words.en[key]].map((text) => fill(text ?? otherwise, values));
  return [...new Set(filled)].join(' · ');
}

function fill(text: string, values: object): string {
  const known = new Map(Object.entries(values).map(([name, value]) => [name, String(value)]));
  return text.replace(/\{(\w+)\}/g, (blank, name: string) => known.get(name) ?? blank);
}
