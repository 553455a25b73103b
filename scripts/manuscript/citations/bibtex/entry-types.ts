/**
 * Entry types of BibTeX, of BibLaTeX (manual, 2.1) and of biblatex-gb7714-2015, and the types of CSL 1.0.2 that they
 * are.
 */
export const entryTypes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    archive: 'manuscript',
    article: 'article-journal',
    artwork: 'graphic',
    audio: 'song',
    book: 'book',
    bookinbook: 'chapter',
    booklet: 'pamphlet',
    collection: 'book',
    conference: 'paper-conference',
    dataset: 'dataset',
    database: 'dataset',
    electronic: 'webpage',
    image: 'graphic',
    inbook: 'chapter',
    incollection: 'chapter',
    inproceedings: 'paper-conference',
    inreference: 'entry-encyclopedia',
    jurisdiction: 'legal_case',
    legal: 'treaty',
    legislation: 'legislation',
    letter: 'personal_communication',
    magazine: 'article-magazine',
    manual: 'book',
    map: 'map',
    mastersthesis: 'thesis',
    misc: 'document',
    movie: 'motion_picture',
    music: 'song',
    mvbook: 'book',
    mvcollection: 'book',
    mvproceedings: 'book',
    mvreference: 'book',
    newspaper: 'article-newspaper',
    online: 'webpage',
    patent: 'patent',
    performance: 'performance',
    periodical: 'periodical',
    phdthesis: 'thesis',
    proceedings: 'book',
    reference: 'book',
    report: 'report',
    review: 'review',
    software: 'software',
    standard: 'standard',
    suppbook: 'chapter',
    suppcollection: 'chapter',
    suppperiodical: 'article-journal',
    techreport: 'report',
    thesis: 'thesis',
    unpublished: 'manuscript',
    video: 'motion_picture',
    www: 'webpage',
  }),
);

/** What a thesis or a report is where `type` does not say it. */
export const genres: ReadonlyMap<string, string> = new Map([
  ['phdthesis', 'PhD thesis'],
  ['mastersthesis', "Master's thesis"],
]);

/** Keys that BibLaTeX has for `type` (manual, 4.9.2.13), in words. */
export const genreKeys: ReadonlyMap<string, string> = new Map([
  ['phdthesis', 'PhD thesis'],
  ['mathesis', "Master's thesis"],
  ['bathesis', "Bachelor's thesis"],
  ['candthesis', 'Candidate thesis'],
  ['techreport', 'Technical report'],
  ['resreport', 'Research report'],
]);
