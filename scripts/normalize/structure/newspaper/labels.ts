/** What a line of a newspaper page can be; the labels of one reading of the page. */
export const labels = [
  'text',
  // The text of a news item with its dateline; an item of a list; the address of a letter.
  'lead',
  'item',
  'salutation',
  // 引题, 主题, 副题, 小标题.
  'kicker',
  'headline',
  'deck',
  'subhead',
  'byline',
  'note',
  'caption',
  'credit',
  // Jump lines: 上接 and 下转.
  'from',
  'on',
  // Who signs, and the last line of a sign-off.
  'signatory',
  'sign',
  // Lines of a list or cells of a table, and lines of verse: one or two alone are none.
  'row 1',
  'row 2',
  'row',
  'verse 1',
  'verse 2',
  'verse',
] as const;

export type Label = (typeof labels)[number];
