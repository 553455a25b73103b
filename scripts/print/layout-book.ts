import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { FaultyPart } from '../model/layout-fault.js';
import type { Outcome } from '../model/outcome.js';
import { failure, success } from '../model/outcome.js';
import type { LaidOutPart } from '../model/pages.js';
import type { BrowserSession } from './browser-session.js';
import { type FootNoteLayout, type LayoutResult, layoutPart } from './layout-part.js';
import type { TabSetup } from './layout-tab.js';
import { TabHolder } from './tab-holder.js';
import { type Attempt, inTwoAttempts } from './two-attempts.js';

/** A part of the book before layout. */
export interface PartSource extends Omit<LaidOutPart, 'pages'> {
  readonly html: string;
  readonly footNotes?: FootNoteLayout;
  /** For messages: the chapter's title or file. */
  readonly name: string;
  /** Its file, as a user would type it; nothing for pages that come from no manuscript. */
  readonly file?: string;
}

export interface LaidOutBook {
  readonly parts: readonly LaidOutPart[];
  readonly css: string;
  /** Ids of the notes that were too long for a page's foot. */
  readonly notesLeft: readonly string[];
  /** Parts whose pages do not show their text once, in order and whole. */
  readonly faulty: readonly FaultyPart[];
}

/**
 * Lays the parts out apart, several at once in tabs that are used again. A part whose tab crashes or
 * hangs is tried once more in a new browser; failing again it is `layout-failed`, with its name.
 */
export async function layOutBook(
  session: BrowserSession,
  setup: TabSetup,
  css: string,
  parts: readonly PartSource[],
  onPart?: (done: number, part: PartSource) => void,
): Promise<Outcome<LaidOutBook>> {
  const results = new Map<PartSource, LayoutResult>();
  const diagnostics: Diagnostic[] = [];
  const queue = [...parts].reverse();
  const work = async (): Promise<void> => {
    const tabs = new TabHolder(session, setup);
    for (let part = queue.pop(); part; part = queue.pop()) {
      const result = await layOutTwice(tabs, part, css);
      if ('value' in result) {
        results.set(part, result.value);
        onPart?.(results.size, part);
      } else {
        diagnostics.push(diagnose('layout-failed', { chapter: part.name, reason: result.reason }));
      }
    }
    for (const url of await tabs.close()) diagnostics.push(diagnose('network-refused', { url }));
  };
  await Promise.all(Array.from({ length: Math.min(session.tabs, parts.length) }, work));
  session.signal?.throwIfAborted();
  const laidOut = parts.flatMap((part) => {
    const result = results.get(part);
    return result ? [{ ...withoutSource(part), pages: result.pages }] : [];
  });
  if (laidOut.length < parts.length) return failure(diagnostics);
  const all = parts.flatMap((part) => results.get(part) ?? []);
  const notesLeft = all.flatMap((result) => result.notesLeft);
  const faulty = parts.flatMap((part) => faultyPart(part, results.get(part)));
  return success({ parts: laidOut, css: all[0]?.css ?? '', notesLeft, faulty }, unique(diagnostics));
}

function withoutSource({ id, numbering, openOn, heads }: PartSource): Omit<LaidOutPart, 'pages'> {
  return { id, numbering, openOn, heads };
}

function faultyPart({ id, file }: PartSource, result: LayoutResult | undefined): FaultyPart[] {
  if (!result || result.proof.faults.length === 0) return [];
  return [{ part: id, ...(file !== undefined && { file }), ...result.proof }];
}

function unique(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map((diagnostic) => [diagnostic.message, diagnostic])).values()];
}

async function layOutTwice(tabs: TabHolder, part: PartSource, css: string): Promise<Attempt<LayoutResult>> {
  return inTwoAttempts(tabs.session, tabs.setup.timeLimit(part.html), async (browser) => {
    const { page } = await tabs.open(browser);
    const { html, footNotes } = part;
    return layoutPart(page, { html, css, ...(footNotes && { footNotes }) });
  });
}
