/**
 * The page that all tools are asked for: Banxin's A5 of theme shu (28 characters of 10.5 pt in 26 lines of 18 pt).
 * Lengths in mm, type in pt.
 */
export const page = {
  width: 148,
  height: 210,
  top: 23,
  bottom: 21.9,
  inner: 23.5,
  outer: 20.77,
  size: 10.5,
  line: 18,
  /** An opening takes so many lines. */
  openingLines: 9,
  /** The title of a chapter, pt. */
  titleSize: 17,
} as const;

/** Family of all text, in the weights 400, 700 and 900. */
export const family = 'Noto Serif SC';
