import type { Root } from 'hast';
import type { ParsedChapter } from '../chapter/parse-chapter.js';
import { everyElement } from '../constructs/construct.js';

interface Standing {
  readonly file: string;
  readonly line: number;
}

/** A label stands once in a book: of two of them a reference could mean either. Within a chapter ids are held single before. */
export function reportEqualLabels(chapters: readonly ParsedChapter[]): void {
  const first = new Map<string, Standing>();
  for (const { chapter, findings } of chapters) {
    const own = labelsOf(chapter.tree);
    for (const [label, line] of own) {
      const other = first.get(label);
      if (other) findings.report('label-duplicate', { label, file: other.file, line: other.line }, line);
    }
    for (const [label, line] of own)
      if (!first.has(label)) first.set(label, { file: chapter.source.path, line });
  }
}

function labelsOf(tree: Root): ReadonlyMap<string, number> {
  const labels = new Map<string, number>();
  everyElement(tree, (element, line) => {
    const name = element.data?.name;
    if (name !== undefined && !labels.has(name)) labels.set(name, line);
  });
  return labels;
}
