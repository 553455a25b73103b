/** A name of CSL-JSON. `literal` is a name that is not taken apart: a committee, a ministry. */
export interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
  readonly suffix?: string;
  /** A comma before the suffix: `Nord, Jr`. */
  readonly 'comma-suffix'?: boolean;
  readonly 'non-dropping-particle'?: string;
  readonly 'dropping-particle'?: string;
}

/** A date of CSL-JSON: one or two of `[year, month, day]`, or words that are no date. */
export interface CslDate {
  readonly 'date-parts'?: readonly (readonly number[])[];
  /** 1 spring … 4 winter. */
  readonly season?: number;
  readonly circa?: boolean;
  readonly literal?: string;
}

export type CslValue = string | number | readonly CslName[] | CslDate;

/** An item of CSL-JSON (CSL 1.0.2, appendices III and IV): plain data; texts may hold `<i>`, `<b>`, `<sup>`, `<sub>`. */
export interface CslItem {
  readonly id: string;
  readonly type: string;
  /** BCP 47; decides in which language the entry is worded. */
  readonly language?: string;
  readonly [variable: string]: CslValue | undefined;
}

/** The types of CSL 1.0.2, appendix III. */
export const cslTypes: ReadonlySet<string> = new Set(
  `article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset
  document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation
  manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
  personal_communication post post-weblog regulation report review review-book software song speech standard thesis
  treaty webpage`.split(/\s+/),
);

/** The name variables of CSL 1.0.2, appendix IV. */
export const nameVariables: ReadonlySet<string> = new Set(
  `author chair collection-editor compiler composer container-author contributor curator director editor
  editorial-director editor-translator executive-producer guest host illustrator interviewer narrator organizer
  original-author performer producer recipient reviewed-author script-writer series-creator translator`.split(
    /\s+/,
  ),
);

/** The date variables of CSL 1.0.2, appendix IV. */
export const dateVariables: ReadonlySet<string> = new Set([
  'accessed',
  'available-date',
  'event-date',
  'issued',
  'original-date',
  'submitted',
]);

/**
 * Stands among names for those who are not named (`and others`). CSL has no word for them; `formatCitations` sets
 * what the language has: 等, et al.
 */
export const othersMark = '\uE00E';
