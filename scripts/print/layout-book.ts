import { diagnose } from '../diagnostics/catalogue.js';
import type { ChapterSource } from '../model/book.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { FaultyPart } from '../model/layout-fault.js';
import type { Outcome } from '../model/outcome.js';
import { failure, success } from '../model/outcome.js';
import type { LaidOutPart } from '../model/pages.js';
import type { BrowserSession } from './browser-session.js';
import type { KeptLayouts } from './kept-layouts.js';
import { type FootNoteLayout, type LayoutRequest, type LayoutResult, layoutPart } from './layout-part.js';
import type { TabSetup } from './layout-tab.js';
import { TabHolder } from './tab-holder.js';
import { type Attempt, inTwoAttempts } from './two-attempts.js';

/** A part of the book before layout. */
export interface PartSource extends Omit<LaidOutPart, 'pages' | 'noteMarks'> {
  readonly html: string;
  readonly footNotes?: FootNoteLayout;
  /** For messages: the chapter's title or file. */
  readonly name: string;
  /** Its file; nothing for pages that come from no manuscript. */
  readonly source?: ChapterSource;
}

export interface LaidOutBook {
  readonly parts: readonly LaidOutPart[];
  readonly css: string;
  /** Ids of the notes that were too long for a page's foot. */
  readonly notesLeft: readonly string[];
  /** Parts whose pages do not show their text once, in order and whole. */
  readonly faulty: readonly FaultyPart[];
}

/** A part that is laid out, and how many are. */
export interface PartDone {
  readonly done: number;
  readonly part: PartSource;
  readonly result: LayoutResult;
  /** Whether an earlier build had laid it out. */
  readonly wasKept: boolean;
}

export type OnPart = (told: PartDone) => void;

/**
 * Lays the parts out apart, several at once in tabs that are used again; those that are kept from an earlier build are
 * taken from there. A part whose tab crashes or hangs is tried once more in a new browser; failing again it is
 * `layout-failed`, with its name.
 */
export async function layOutBook(
  session: BrowserSession,
  setup: TabSetup,
  css: string,
  parts: readonly PartSource[],
  { kept, onPart }: { readonly kept?: KeptLayouts; readonly onPart?: OnPart } = {},
): Promise<Outcome<LaidOutBook>> {
  const results = new Map<PartSource, LayoutResult>();
  const diagnostics: Diagnostic[] = [];
  const add = (part: PartSource, result: LayoutResult, wasKept: boolean): void => {
    results.set(part, result);
    onPart?.({ done: results.size, part, result, wasKept });
  };
  const known = await Promise.all(parts.map((part) => kept?.get(requestFor(part, css))));
  for (const [index, part] of parts.entries()) {
    const result = known[index];
    if (result) add(part, result, true);
  }
  const queue = parts.filter((part) => !results.has(part)).reverse();
  const work = async (): Promise<void> => {
    const tabs = new TabHolder(session, setup);
    for (let part = queue.pop(); part; part = queue.pop()) {
      const result = await layOutTwice(tabs, part, css);
      if ('value' in result) {
        add(part, result.value, false);
        // What asked for something it may not have is told of in every build.
        if (tabs.refusedNothing) await kept?.put(requestFor(part, css), result.value);
      } else {
        diagnostics.push(diagnose('layout-failed', { chapter: part.name, reason: result.reason }));
      }
    }
    for (const url of await tabs.close()) diagnostics.push(diagnose('network-refused', { url }));
  };
  await Promise.all(Array.from({ length: Math.min(session.tabs, queue.length) }, work));
  session.signal?.throwIfAborted();
  const laidOut = parts.flatMap((part) => {
    const result = results.get(part);
    return result ? [{ ...withoutSource(part), pages: result.pages, noteMarks: result.noteMarks }] : [];
  });
  if (laidOut.length < parts.length) return failure(diagnostics);
  const all = parts.flatMap((part) => results.get(part) ?? []);
  const notesLeft = all.flatMap((result) => result.notesLeft);
  const faulty = parts.flatMap((part) => faultyPart(part, results.get(part)));
  return success({ parts: laidOut, css: all[0]?.css ?? '', notesLeft, faulty }, unique(diagnostics));
}

function withoutSource({
  id,
  numbering,
  openOn,
  heads,
}: PartSource): Omit<LaidOutPart, 'pages' | 'noteMarks'> {
  return { id, numbering, openOn, heads };
}

function faultyPart({ id, source }: PartSource, result: LayoutResult | undefined): FaultyPart[] {
  if (!result || result.proof.faults.length === 0) return [];
  return [{ part: id, ...(source && { source }), ...result.proof }];
}

function unique(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map((diagnostic) => [diagnostic.message, diagnostic])).values()];
}

async function layOutTwice(tabs: TabHolder, part: PartSource, css: string): Promise<Attempt<LayoutResult>> {
  return inTwoAttempts(tabs.session, tabs.setup.timeLimit(part.html), async (browser) => {
    const { page } = await tabs.open(browser);
    return layoutPart(page, requestFor(part, css));
  });
}

function requestFor({ html, footNotes }: PartSource, css: string): LayoutRequest {
  return { html, css, ...(footNotes && { footNotes }) };
}
