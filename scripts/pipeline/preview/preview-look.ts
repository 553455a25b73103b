import type { Book } from '../../model/book.js';
import { listOwnFolder } from '../../theme/own-files.js';
import { listTrims } from '../../theme/trim-size.js';

/** A theme and a trim size that a reader tries; what is not tried is the book's own. */
export interface Look {
  readonly theme?: string;
  readonly trim?: string;
}

/** What a book may be tried in. */
export interface LookChoices {
  readonly themes: readonly string[];
  readonly trims: readonly { readonly name: string; readonly label: string }[];
}

export async function lookChoices({ folder, themePackage }: Book): Promise<LookChoices> {
  const roots = themePackage === undefined ? folder : [folder, themePackage];
  const [themes, trims] = await Promise.all([listOwnFolder(roots, 'styles/themes'), listTrims(folder)]);
  return { themes, trims };
}

/** What a page sends, as far as it names something that there is. */
export function readLook(asked: object, { themes, trims }: LookChoices): Look {
  const { theme, trim } = asked as Readonly<Record<string, unknown>>;
  const size = trims.find(({ name }) => name === trim);
  return {
    ...(typeof theme === 'string' && themes.includes(theme) && { theme }),
    ...(size && { trim: size.name }),
  };
}
