import { join } from 'node:path';
import { diagnose } from '../../diagnostics/catalogue.js';
import { displayPath } from '../../files/display-path.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { MergedChapter } from '../merge/chapter-builder.js';
import type { MadeChapter, MergePlan } from '../merge/plan-merge.js';
import type { LastChapter, LastChapters } from './last-chapters.js';

/** A merge that was planned, and the names that its files get. */
export interface MergeRun {
  /** The book's folder, absolute. */
  readonly out: string;
  readonly plan: MergePlan;
  readonly old: readonly LastChapter[];
  readonly made: readonly MadeChapter[];
  /** One for each new chapter. */
  readonly names: readonly string[];
  readonly lost: LastChapters['lost'];
}

/** The errors of a run that would change chapters in which conflicts stand: one for each conflict. */
export function reportBlocked(
  out: string,
  plan: MergePlan,
  old: readonly LastChapter[],
): readonly Diagnostic[] {
  return plan.blocked.flatMap((i) => openConflicts('conflict-first', join(out, old[i]?.file ?? ''), old[i]));
}

function openConflicts(
  code: 'conflict-first' | 'conflict-open',
  path: string,
  chapter: LastChapter | undefined,
): readonly Diagnostic[] {
  const file = displayPath(path);
  return (chapter?.edition?.conflicts ?? []).map(({ line }) => diagnose(code, { file }, { file, line }));
}

/** What there is to tell of a merge, chapter by chapter; what went as usual is told once for all. */
export function reportMerge(run: MergeRun): readonly Diagnostic[] {
  const { out, plan, old, made, names } = run;
  const found = names.flatMap((name, i) => {
    const planned = plan.chapters[i];
    const path = join(out, name);
    const own = made[i]?.file ?? name;
    const diagnostics: Diagnostic[] = name === own ? [] : [nameTaken(join(out, own), path)];
    if (planned?.kind === 'edited')
      diagnostics.push(...openConflicts('conflict-open', path, old[planned.old]));
    if (planned?.kind === 'beside') diagnostics.push(notMerged(path, old[planned.old], run.lost));
    if (planned?.kind === 'merged') {
      const next = plan.merges.find((merge) => merge.includes(i))?.find((k) => k > i);
      diagnostics.push(...conflictsOf(planned.chapter, path, join(out, names[next ?? i] ?? '')));
    }
    return diagnostics;
  });
  const orphans = plan.left.map((i) => {
    const file = displayPath(join(out, old[i]?.file ?? ''));
    return diagnose('chapter-edited-orphan', { file }, { file });
  });
  return [...found, ...plan.merges.flatMap((merge) => merged(merge, run)), ...orphans, ...unchanged(run)];
}

function nameTaken(own: string, path: string): Diagnostic {
  const [file, instead] = [displayPath(own), displayPath(path)];
  return diagnose('chapter-name-taken', { file, instead }, { file: instead });
}

/** Why an edited chapter was left alone. */
function notMerged(path: string, chapter: LastChapter | undefined, lost: LastChapters['lost']): Diagnostic {
  const file = displayPath(path);
  const values = { file, draft: `${file}.new` };
  if (chapter?.edited?.text === undefined) return diagnose('chapter-not-merged-encoding', values, { file });
  return diagnose(lost === 'source' ? 'chapter-not-merged-source' : 'chapter-not-merged-writing', values, {
    file,
  });
}

/** A warning for each conflict; where a chapter begins in the new text of it, the other file is named, too. */
function conflictsOf(chapter: MergedChapter, path: string, nextPath: string): readonly Diagnostic[] {
  const file = displayPath(path);
  return chapter.conflicts.map(({ line, goesOn }) => {
    if (!goesOn) return diagnose('chapter-conflict', {}, { file, line });
    const next = displayPath(nextPath);
    return diagnose('chapter-conflict-broken', { next }, { file, line }, [{ file: next, line: 1 }]);
  });
}

/** Chapters merged as one text: what came of the changes of both sides, and in which files they stand. */
function merged(merge: readonly number[], { out, plan, names }: MergeRun): readonly Diagnostic[] {
  const chapters = merge.flatMap((i) => {
    const planned = plan.chapters[i];
    return planned?.kind === 'merged'
      ? [{ ...planned.chapter, file: displayPath(join(out, names[i] ?? '')) }]
      : [];
  });
  const sum = (count: (chapter: MergedChapter) => number): number =>
    chapters.reduce((total, chapter) => total + count(chapter), 0);
  const values = {
    kept: sum(({ kept }) => kept),
    taken: sum(({ taken }) => taken),
    conflicts: sum(({ conflicts }) => conflicts.length),
  };
  const [first, ...others] = chapters.filter(({ from }) => from.size > 0).map(({ file }) => ({ file }));
  if (!first || values.kept + values.conflicts === 0) return [];
  return [diagnose('chapter-merged', values, first, others.length > 0 ? others : undefined)];
}

/** Edited chapters that this run makes as the last one did, all in one; and those of them that have another name now. */
function unchanged({ out, plan, old, names }: MergeRun): readonly Diagnostic[] {
  const chapters = plan.chapters.flatMap((planned, i) => {
    const chapter = planned.kind === 'edited' ? old[planned.old] : undefined;
    return chapter ? [{ chapter, name: names[i] ?? chapter.file }] : [];
  });
  const folder = displayPath(join(out, 'chapters'));
  const resting = chapters.filter(({ chapter }) => !chapter.edited?.hasConflicts);
  const moved = chapters.filter(({ chapter, name }) => chapter.file !== name);
  const [first] = moved;
  return [
    ...(resting.length > 0 ? [diagnose('chapters-edited', { count: resting.length }, { file: folder })] : []),
    ...(first
      ? [
          diagnose(
            'chapters-renamed',
            { count: moved.length, from: first.chapter.file, to: first.name },
            { file: folder },
          ),
        ]
      : []),
  ];
}
