import { isRecord } from '../model/is-record.js';
import type { NoteStyle } from '../model/theme.js';

const usual: NoteStyle = { place: 'foot', marks: 'figures', restart: 'chapter' };

const choices: { readonly [K in keyof NoteStyle]: readonly NoteStyle[K][] } = {
  place: ['foot', 'chapter'],
  marks: ['circled', 'figures'],
  restart: ['page', 'chapter'],
};

/** The note style that a theme's data gives; what it does not say is usual. Nothing for a value that is none. */
export function readNoteStyle(data: unknown): NoteStyle | undefined {
  if (data === undefined) return usual;
  if (!isRecord(data)) return undefined;
  const known = Object.entries(data).every(
    ([key, value]) => key in choices && choices[key as keyof NoteStyle].some((choice) => choice === value),
  );
  return known ? { ...usual, ...(data as Partial<NoteStyle>) } : undefined;
}
