import type { Messages } from '../message.js';
import { bookFileMessages } from './manuscript/book-file.js';
import { chapterMessages } from './manuscript/chapter.js';
import { chapterFileMessages } from './manuscript/chapter-file.js';
import { citationMessages } from './manuscript/citation.js';
import { constructMessages } from './manuscript/construct.js';
import { htmlMessages } from './manuscript/html.js';
import { referenceMessages } from './manuscript/reference.js';

export const manuscriptMessages = {
  ...bookFileMessages,
  ...chapterMessages,
  ...chapterFileMessages,
  ...citationMessages,
  ...constructMessages,
  ...htmlMessages,
  ...referenceMessages,
} as const satisfies Messages;
