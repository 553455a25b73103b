/** The Han characters of GB/T 2312-1980, which Simplified text is written with, old forms in names among them. */
export const isInGb2312 = member('gbk', [[0xb0, 0xf7, 0xa1, 0xfe]]);

/** The Han characters of Big5 (1984), which Traditional text is written with, whatever else they are written for. */
export const isInBig5 = member('big5', [
  [0xa4, 0xc6, 0x40, 0xfe],
  [0xc9, 0xf9, 0x40, 0xfe],
]);

type Rows = readonly [firstLead: number, lastLead: number, firstTrail: number, lastTrail: number];

/** Whether a character stands in rows of a two-byte encoding; the table is read off the decoder when it is first asked. */
function member(encoding: string, rows: readonly Rows[]): (char: string) => boolean {
  let characters: ReadonlySet<string> | undefined;
  return (char) => {
    characters ??= readRows(encoding, rows);
    return characters.has(char);
  };
}

function readRows(encoding: string, rows: readonly Rows[]): ReadonlySet<string> {
  const decoder = new TextDecoder(encoding);
  const bytes: number[] = [];
  for (const [firstLead, lastLead, firstTrail, lastTrail] of rows) {
    for (let lead = firstLead; lead <= lastLead; lead++)
      for (let trail = firstTrail; trail <= lastTrail; trail++) bytes.push(lead, trail, 0x0a);
  }
  const lines = decoder.decode(Uint8Array.from(bytes)).split('\n');
  return new Set(lines.filter((char) => /^\p{Script=Han}$/u.test(char)));
}
