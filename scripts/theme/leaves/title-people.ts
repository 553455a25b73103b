import type { Contributor } from '../../model/book.js';
import { isOnTitlePage, labelLanguage, roleWords } from '../role-labels.js';

/** People of one role as title page and cover name them. */
export interface TitlePeople {
  readonly role: string;
  /** Side by side as the language joins names: 甲　乙, A and B. */
  readonly names: string;
  /** `Translated by`; empty where nothing stands before the names. */
  readonly before: string;
  /** 著, 译; empty where nothing stands after them. */
  readonly after: string;
}

/** The people of a title page in the order of `book.yaml`; neighbours of one role stand together. */
export function titlePeople(
  people: readonly Pick<Contributor, 'name' | 'role'>[],
  language: string,
): readonly TitlePeople[] {
  const groups: { role: string; names: string[] }[] = [];
  for (const { name, role } of people.filter((person) => isOnTitlePage(person.role))) {
    const last = groups.at(-1);
    if (last?.role === role) last.names.push(name);
    else groups.push({ role, names: [name] });
  }
  return groups.map(({ role, names }) => ({
    role,
    names: joined(names, language),
    ...roleWords(role, language),
  }));
}

/** Chinese parts names by an em of space, Japanese by a dot, Latin as its lists do. */
function joined(names: readonly string[], language: string): string {
  const own = labelLanguage(language);
  if (own === 'en') return new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
  return names.join(own === 'ja' ? '・' : '　');
}
