/** One line of a page, as measured from its glyphs. Lengths in pt unless said otherwise. */
export interface TextLine {
  /** Place of the page in the file, from 1. */
  readonly sheet: number;
  readonly text: string;
  /** Baseline, from the upper edge of the page. */
  readonly y: number;
  /** Size of most of its type. */
  readonly size: number;
  /** Where its first glyph begins, from the left edge of the page. */
  readonly left: number;
  /** Where its last glyph ends, its whole width counted. */
  readonly right: number;
  /** Begins with a full-width opening mark, whose blank left half may have been trimmed (CLREQ 3.1.6.3). */
  readonly opens: boolean;
  /** Ends in a full-width closing mark, whose blank right half may have been trimmed. */
  readonly closes: boolean;
  /** The font of most of its Chinese and of most of its other glyphs. */
  readonly chineseFont: string | undefined;
  readonly latinFont: string | undefined;
  /** Width of what cannot be parted at its start: a word, or a character with the marks that keep to it. */
  readonly firstUnit: number;
  readonly gaps: LineGaps;
  /** Parted by gaps of more than four em, as the cells of a table are. */
  readonly inColumns: boolean;
  /** Carries ruby, whose width may have pushed its characters apart. */
  readonly annotated: boolean;
}

/** White space in a line, in em of its type; absent where the line has no such gap. */
export interface LineGaps {
  /** Between two Chinese characters: the middle value. */
  readonly chinese?: number;
  /** Between a Chinese character and a Latin letter or digit: the mean. */
  readonly mixed?: number;
  /** Between two Latin words: the mean. */
  readonly words?: number;
}
