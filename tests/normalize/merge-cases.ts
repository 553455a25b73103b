import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChapterTexts } from '../../scripts/normalize/merge/merge-chapters.js';

/** Three texts and what must come of them. */
export interface MergeCase {
  readonly name: string;
  readonly texts: ChapterTexts;
  readonly merged: readonly string[];
}

/**
 * Reads `tests/fixtures/normalize/merge-cases.txt`: cases begin with `=== name`, their texts with `@@ was`,
 * `@@ edited`, `@@ new` and `@@ merged`, and `@@` stands between two chapters.
 */
export function readMergeCases(): readonly MergeCase[] {
  const path = join(import.meta.dirname, '../fixtures/normalize/merge-cases.txt');
  const [, ...cases] = readFileSync(path, 'utf8').split(/^=== /m);
  return cases.map((text) => {
    const name = text.slice(0, text.indexOf('\n'));
    const sections = new Map(
      text
        .split(/^@@ (?=\w)/m)
        .slice(1)
        .map((section) => {
          const end = section.indexOf('\n');
          return [section.slice(0, end), section.slice(end + 1).split(/^@@\n/m)] as const;
        }),
    );
    const chapters = (section: string): readonly string[] => sections.get(section) ?? [];
    return {
      name,
      texts: {
        base: chapters('was'),
        mine: chapters('edited').map((chapter) => (chapter === '(unedited)\n' ? undefined : chapter)),
        theirs: chapters('new'),
      },
      merged: chapters('merged'),
    };
  });
}
