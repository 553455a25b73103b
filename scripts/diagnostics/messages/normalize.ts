import { chapterFilesMessages } from './normalize/chapter-files.js';
import { charactersMessages } from './normalize/characters.js';
import { decisionMessages } from './normalize/decisions.js';
import { rawTextMessages } from './normalize/raw-text.js';
import { reviewMessages } from './normalize/review.js';
import { structureMessages } from './normalize/structure.js';

export const normalizeMessages = {
  ...chapterFilesMessages,
  ...charactersMessages,
  ...decisionMessages,
  ...rawTextMessages,
  ...reviewMessages,
  ...structureMessages,
};
