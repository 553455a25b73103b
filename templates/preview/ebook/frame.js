import { FootnoteHandler } from './foliate/footnotes.js';
import { makeBook } from './foliate/view.js';

/** What the preview, the page around this frame, reads an EPUB with. */
globalThis.engine = { makeBook, FootnoteHandler };
