/** What stands in a book's folder at a path: nothing, the very bytes that go there, or something else. */
export type Standing = 'nothing' | 'same' | 'other';

/**
 * The names that files get: what they are called, or with `-2`, `-3` … where the file of that name is the
 * editor's own. `isOurs` tells the files that may be replaced, `look` what stands at the path of another.
 */
export async function freeNames(
  wanted: readonly string[],
  isOurs: (name: string) => boolean,
  look: (name: string, index: number) => Promise<Standing>,
): Promise<readonly string[]> {
  const given = new Set<string>(wanted);
  const isFree = async (name: string, index: number): Promise<boolean> =>
    isOurs(name) || (await look(name, index)) !== 'other';
  const names: string[] = [];
  for (const [index, name] of wanted.entries()) {
    let free = name;
    for (let n = 2; !(await isFree(free, index)) || (n > 2 && given.has(free)); n++)
      free = name.replace(/(?=\.md$)/, `-${n}`);
    given.add(free);
    names.push(free);
  }
  return names;
}
