import { stringify } from 'yaml';
import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { failure, hasErrors, type Outcome, success } from '../model/outcome.js';
import { compactText, makeAnchors } from '../normalize/decisions/anchors.js';
import type { Decision } from '../normalize/decisions/decision.js';
import { readDecisions } from '../normalize/decisions/decisions-file.js';
import { type DecisionChanges, withDecisions } from '../normalize/decisions/edit-decisions.js';
import { nameOf } from '../normalize/decisions/overruled.js';
import { type PageNote, type PageReview, pageReview, toNote } from '../normalize/review/page-data.js';
import type { ReviewBlock, ReviewPlace } from '../normalize/review/review.js';
import { reviewPage } from '../normalize/review/review-page.js';
import {
  inputsNow,
  type NormalizeIntoOptions,
  type NormalizeRun,
  type Revision,
  runNormalize,
} from './normalize-run.js';
import { loadReviewTemplates } from './review-template.js';

/** What comes of a decision: the review as it is then, or why nothing was written. */
export type DeskAnswer =
  | { readonly review: PageReview; readonly notes: readonly PageNote[] }
  | { readonly refused: readonly PageNote[] };

/** What an editor works at: it holds the last run of a text, and makes a new one with every decision. */
export interface ReviewDesk {
  /** The page as it is now; what was changed on the disk meanwhile is in it. */
  readonly page: () => Promise<Outcome<string>>;
  readonly blocks: (chapter: number) => readonly ReviewBlock[];
  /** All places of an item, by its index in the review. */
  readonly places: (item: number) => readonly ReviewPlace[];
  /** Writes decisions as a page sends them; they are read like those of the file. */
  readonly decide: (request: unknown) => Promise<DeskAnswer>;
  /** Takes the last decision of this sitting back. */
  readonly undo: () => Promise<DeskAnswer>;
  /** Waits until nothing is being written. */
  readonly rest: () => Promise<void>;
}

/** What was written, and how the file was before, to go back. */
interface Step {
  readonly before: string;
  readonly after: string;
}

/** Sets a desk up with a run that was made just now. */
export function openDesk(options: NormalizeIntoOptions, first: NormalizeRun): ReviewDesk {
  let run = first;
  let work: Promise<unknown> = Promise.resolve();
  const steps: Step[] = [];
  /** One thing at a time: each run starts from what the one before has written. */
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const result = work.then(task);
    work = result.catch(() => undefined);
    return result;
  };
  const again = async (revision?: Revision): Promise<Outcome<NormalizeRun>> => {
    const { value, diagnostics } = await runNormalize(options, revision);
    run = value ?? run;
    return { value, diagnostics };
  };
  const write = async (revision: Revision): Promise<DeskAnswer> => {
    let before = '';
    const revise = (yaml: string): string => {
      before = yaml;
      return revision.revise(yaml);
    };
    const { value, diagnostics } = await again({ ...revision, revise });
    if (!value) return refusal(diagnostics);
    if (value.decisions !== before) steps.push({ before, after: value.decisions });
    return { review: pageReview(value.review), notes: value.notes.map(toNote) };
  };
  return {
    page: () =>
      inTurn(async () => {
        const isCurrent = (await inputsNow(run.kept)) === run.inputs;
        const { value, diagnostics } = isCurrent ? success(run) : await again();
        if (!value) return failure(diagnostics);
        return success(reviewPage(await loadReviewTemplates(), value.review, 'served'), diagnostics);
      }),
    blocks: (chapter) => run.review.blocksOf(chapter),
    places: (item) => run.review.review.items[item]?.places ?? [],
    decide: (request) =>
      inTurn(async () => {
        const changes = readRequest(request, run);
        if (!changes.value) return refusal(changes.diagnostics);
        const { set = [] } = changes.value;
        return write({ revise: (yaml) => withDecisions(yaml, changes.value ?? {}), must: set });
      }),
    undo: () =>
      inTurn(async () => {
        const step = steps.pop();
        if (!step) return { refused: [] };
        const answer = await write({ revise: (yaml) => takenBack(yaml, step), must: [] });
        if ('review' in answer) steps.pop();
        else steps.push(step);
        return answer;
      }),
    rest: async () => void (await work),
  };
}

function refusal(diagnostics: readonly Diagnostic[]): DeskAnswer {
  return { refused: diagnostics.filter(({ severity }) => severity === 'error').map(toNote) };
}

/** The file as it was before a step; where a person has edited it since, only what the step did goes. */
function takenBack(yaml: string, { before, after }: Step): string {
  if (yaml === after) return before;
  const [old, now] = [readDecisions(before, '').value ?? [], readDecisions(after, '').value ?? []];
  const without = (list: readonly Decision[], others: readonly Decision[]): readonly Decision[] => {
    const names = new Set(others.map(nameOf));
    return list.filter((decision) => !names.has(nameOf(decision)));
  };
  const removed = withDecisions(yaml, { unset: without(now, old) });
  return withDecisions(removed, { set: without(old, now) });
}

/** Most decisions that are sent at once. */
const most = 50_000;

/** Reads what a page sends: entries as the file has them, or with an offset instead of a place. */
function readRequest(request: unknown, { review, text }: NormalizeRun): Outcome<DecisionChanges> {
  if (!isRecord(request) || !isList(request.set) || !isList(request.unset))
    return failure([diagnose('review-request-unreadable', {})]);
  if (text.kind === 'markdown') return failure([diagnose('review-of-markdown', {})]);
  if (request.source !== review.source) return failure([diagnose('review-outdated', {})]);
  const set = readEntries(withAnchors(request.set, text.text));
  const unset = readEntries(request.unset);
  const diagnostics = [...set.diagnostics, ...unset.diagnostics];
  return hasErrors(diagnostics)
    ? failure(diagnostics)
    : success({ set: set.value ?? [], unset: unset.value ?? [] });
}

/** Entries with `at` get the anchor of that offset: it takes the whole text to tell a place from its likes. */
function withAnchors(entries: readonly Entry[], text: string): readonly Entry[] {
  const offsets = entries.flatMap(({ at }) => (typeof at === 'number' ? [at] : []));
  if (offsets.length === 0) return entries;
  const anchorOf = makeAnchors(compactText(text), offsets);
  return entries.map(({ at, ...entry }) => (typeof at === 'number' ? { ...entry, ...anchorOf(at) } : entry));
}

const fields = ['do', 'level', 'lines', 'role', 'from', 'to', 'before', 'after', 'nth'] as const;

/** Entries are trusted no more than a file is: they are written out and read like one. */
function readEntries(entries: readonly Entry[]): Outcome<readonly Decision[]> {
  if (entries.length === 0) return success([]);
  const plain = entries.map((entry) =>
    Object.fromEntries(fields.flatMap((name) => (isPlain(entry[name]) ? [[name, entry[name]]] : []))),
  );
  const { value, diagnostics } = readDecisions(stringify(plain, { lineWidth: 0 }), '');
  return { value, diagnostics: diagnostics.map(({ place: _, ...diagnostic }) => diagnostic) };
}

type Entry = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: unknown): value is readonly Entry[] {
  return Array.isArray(value) && value.length <= most && value.every(isRecord);
}

function isPlain(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}
