import { chapterFilesMessages } from './normalize/chapter-files.js';
import { charactersMessages } from './normalize/characters.js';
import { rawTextMessages } from './normalize/raw-text.js';
import { structureMessages } from './normalize/structure.js';

export const normalizeMessages = {
  ...chapterFilesMessages,
  ...charactersMessages,
  ...rawTextMessages,
  ...structureMessages,
};
