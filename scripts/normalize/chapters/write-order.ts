/** A file to write, and the files whose text goes into it. */
export interface Carrier {
  readonly path: string;
  readonly carries: readonly string[];
}

/**
 * The order in which files can be written one after the other so that no text is only in memory, whenever
 * the run is cut off: a file is replaced only after the files that its text goes into. Files whose text goes
 * round in a circle come as they are.
 */
export function inSafeOrder<T extends Carrier>(files: readonly T[]): readonly T[] {
  const carriers = new Map<string, T[]>();
  for (const file of files)
    for (const path of file.carries)
      if (path !== file.path) carriers.set(path, [...(carriers.get(path) ?? []), file]);
  const done = new Set<T>();
  const order: T[] = [];
  const visit = (file: T): void => {
    if (done.has(file)) return;
    done.add(file);
    for (const carrier of carriers.get(file.path) ?? []) visit(carrier);
    order.push(file);
  };
  for (const file of files) visit(file);
  return order;
}
