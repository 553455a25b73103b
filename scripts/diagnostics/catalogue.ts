import type { Diagnostic, Place } from '../model/diagnostic.js';
import type { MessageEntry, Wording } from './message.js';
import { checkMessages } from './messages/check.js';
import { checkResultMessages } from './messages/check-result.js';
import { commandMessages } from './messages/command.js';
import { destinationMessages } from './messages/destination.js';
import { doctorMessages } from './messages/doctor.js';
import { ebookMessages } from './messages/ebook.js';
import { extensionMessages } from './messages/extensions.js';
import { fileMessages } from './messages/files.js';
import { manuscriptMessages } from './messages/manuscript.js';
import { normalizeMessages } from './messages/normalize.js';
import { pdfCheckMessages } from './messages/pdf-check.js';
import { pdfUaMessages } from './messages/pdf-ua.js';
import { pressMessages } from './messages/press.js';
import { printMessages } from './messages/print.js';
import { themeMessages } from './messages/theme.js';
import { typesetMessages } from './messages/typeset.js';
import { veraPdfMessages } from './messages/verapdf.js';

/** Every message of Banxin, by code. A test holds codes unique and both languages complete. */
export const catalogue = {
  ...checkMessages,
  ...checkResultMessages,
  ...commandMessages,
  ...destinationMessages,
  ...doctorMessages,
  ...ebookMessages,
  ...extensionMessages,
  ...fileMessages,
  ...manuscriptMessages,
  ...normalizeMessages,
  ...pdfCheckMessages,
  ...pdfUaMessages,
  ...pressMessages,
  ...printMessages,
  ...themeMessages,
  ...typesetMessages,
  ...veraPdfMessages,
} satisfies Record<string, MessageEntry>;

export type Code = keyof typeof catalogue;
export type Locale = 'en' | 'zh-CN';

/** The blanks of a wording: `{name}` in the text becomes the key `name`. */
type Blanks<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Blanks<Rest> : never;
type BlanksOf<C extends Code> = {
  [Key in keyof (typeof catalogue)[C]['en']]: Blanks<(typeof catalogue)[C]['en'][Key]>;
}[keyof (typeof catalogue)[C]['en']];
export type Values<C extends Code> = Readonly<Record<BlanksOf<C>, string | number>>;

/** Makes a diagnostic from the catalogue; the compiler holds `values` to the message's blanks. */
export function diagnose<C extends Code>(
  code: C,
  values: Values<C>,
  place?: Place,
  related?: readonly Place[],
): Diagnostic {
  const entry: MessageEntry = catalogue[code];
  return {
    code,
    severity: entry.severity,
    ...fillWording(entry.en, values),
    values,
    ...(place && { place }),
    ...(related && { related }),
  };
}

/** The same diagnostic worded in another language; an unknown code keeps its own words. */
export function localize(diagnostic: Diagnostic, locale: Locale): Diagnostic {
  const entry = (catalogue as Record<string, MessageEntry>)[diagnostic.code];
  if (!entry) return diagnostic;
  return { ...diagnostic, ...fillWording(entry[locale], diagnostic.values) };
}

function fillWording(wording: Wording, values: Readonly<Record<string, string | number>>): Wording {
  return {
    message: fill(wording.message, values),
    ...(wording.hint !== undefined && { hint: fill(wording.hint, values) }),
  };
}

function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (blank, name: string) => String(values[name] ?? blank));
}
