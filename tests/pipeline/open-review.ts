import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openReview } from '../../scripts/pipeline/review.js';

/** A book under review in a folder of its own, served until the test ends. */
export interface TestReview {
  readonly url: string;
  /** The book's folder. */
  readonly out: string;
  readonly decisionsFile: string;
  /** All chapters as one text. */
  readonly chapters: () => string;
  readonly stop: () => Promise<void>;
}

/** Normalizes a raw text and serves its review. */
export async function startReview(text: string): Promise<TestReview> {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-review-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const raw = join(folder, 'river.txt');
  writeFileSync(raw, text);
  const out = join(folder, 'book');
  const stopper = new AbortController();
  const { value, diagnostics } = await openReview({ raw, out, signal: stopper.signal });
  if (!value) throw new Error(JSON.stringify(diagnostics));
  const stop = async (): Promise<void> => {
    stopper.abort();
    await value.stopped;
  };
  onTestFinished(stop);
  return {
    url: value.url,
    out,
    decisionsFile: join(out, 'source', 'river.txt.decisions.yaml'),
    chapters: () => chaptersIn(out),
    stop,
  };
}

/** The chapters of a book, in order, as one text. */
export function chaptersIn(book: string): string {
  const folder = join(book, 'chapters');
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  return names
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
}
