/**
 * The number of the page, from 1, of each named destination in a PDF that Chromium printed. Such a file holds its
 * objects as plain text, and reading just these two kinds of them takes milliseconds.
 */
export function destinationPages(pdf: Buffer): ReadonlyMap<string, number> {
  const text = pdf.toString('latin1');
  const kids = new Map<string, readonly string[]>();
  for (const [, object = '', list = ''] of text.matchAll(
    /(\d+) 0 obj\n<<\/Type \/Pages[^>]*?\/Kids \[([^\]]*)\]/g,
  )) {
    kids.set(
      object,
      [...list.matchAll(/(\d+) 0 R/g)].map(([, kid = '']) => kid),
    );
  }
  const all = new Set([...kids.values()].flat());
  const numbers = new Map<string, number>();
  const count = (object: string): void => {
    const children = kids.get(object);
    if (children) for (const child of children) count(child);
    else numbers.set(object, numbers.size + 1);
  };
  for (const object of kids.keys()) if (!all.has(object)) count(object);
  const destinations = text.matchAll(/\/(\w+) \[(\d+) 0 R \/XYZ/g);
  return new Map([...destinations].map(([, name = '', object = '']) => [name, numbers.get(object) ?? 0]));
}
