import type { ElementContent } from 'hast';
import type { Place } from '../../model/diagnostic.js';

/** One source named in a text: `[see @key, p. 15]` has the prefix `see`, the locator `15`, the label `page`. */
export interface Citation {
  readonly key: string;
  /** Plain text before and after. */
  readonly prefix?: string;
  readonly suffix?: string;
  /** Where in the source: `15-20`. */
  readonly locator?: string;
  /** What the locator counts (CSL 1.0.2, "Locators"): `page` if it is not said, `chapter`, `section`, … */
  readonly label?: string;
  /** The text has named the author already: `[-@key]`. */
  readonly suppressAuthor?: boolean;
}

/** Sources cited in one place. */
export interface CitationCluster {
  readonly citations: readonly Citation[];
  /** The author of the first is part of the sentence: `@key says` gives `张忠智（1997）`. */
  readonly inText?: boolean;
  /** Number of the note it stands in, from 1; styles of notes count by it. Each cluster its own note if it is not said. */
  readonly note?: number;
  readonly place?: Place;
}

/** A style, read: see `readStyle`. Plain data. */
export interface CitationStyle {
  /** Display path, or the name of one that Banxin ships. */
  readonly file: string;
  /** CSL 1.0.2, XML. */
  readonly text: string;
  /** Its citations are notes, for the caller to set as such. */
  readonly isNote: boolean;
  readonly isNumeric: boolean;
  /** Two numbers in a row are drawn together, as Chinese styles of numbers do; three are by CSL's own rules. */
  readonly joinsPairs: boolean;
  /** It sets locators itself. Those of GB/T 7714—2015 leave that to us: pages stand raised behind the bracket. */
  readonly setsLocators: boolean;
  /** The language that it is written for, if any. */
  readonly language?: string;
  /** The languages for which it has layouts of their own, in small letters (`en`). */
  readonly layouts: readonly string[];
}

/** One line of the bibliography. */
export interface BibliographyEntry {
  readonly key: string;
  /** What stands before it on the margin: `[1]`. */
  readonly label?: readonly ElementContent[];
  readonly children: readonly ElementContent[];
}

/**
 * The text of a cluster. What belongs to one source is a `span` with its key in the property `dataCite` (an attribute
 * `data-cite`), to be made a link; beside it only `i`, `em`, `b`, `strong`, `sup`, `sub` and `span.small-caps` occur. In
 * a collapsed `[1-3]` the ends are marked.
 */
export interface FormattedCluster {
  /** What stands in the sentence, or, in a style of notes, in the note. */
  readonly children: readonly ElementContent[];
  /** In a style of notes, where the author is part of the sentence: what stands in the sentence before the note's number. */
  readonly author?: readonly ElementContent[];
}

export interface FormattedCitations {
  /** For each cluster its text, in the order given. */
  readonly clusters: readonly FormattedCluster[];
  /** What was cited or asked for, in the style's order. */
  readonly bibliography: readonly BibliographyEntry[];
  /** Lines of the bibliography hang: all but their first line are indented. */
  readonly hangs: boolean;
}
