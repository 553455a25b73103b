import { failure, type Outcome, success } from '../../model/outcome.js';
import type { Answer } from '../local-server.js';
import { runNormalize } from '../normalize-run.js';
import { findOwnSource } from '../own-source.js';
import { openDesk, type ReviewDesk } from '../review-desk.js';
import { answerReview, diagnosticText } from '../review-server.js';

/**
 * The review of the text that a book was made from, beside its pages. It begins when somebody looks at it, for it takes the
 * text through the normalizer; what is decided there is written into the book, whose pages are then laid out again.
 */
export class PreviewReview {
  #desk: Promise<Outcome<ReviewDesk>> | undefined;

  constructor(readonly folder: string) {}

  async get(path: string, answer: Answer): Promise<void> {
    const { value, diagnostics } = await this.#open();
    return value ? answerReview.get(path, value, answer) : answer.text(diagnosticText(diagnostics));
  }

  async post(path: string, json: unknown, answer: Answer): Promise<void> {
    const { value } = await this.#open();
    return value ? answerReview.post(path, json, value, answer) : answer.refuse(404);
  }

  /** Waits until nothing is being written. */
  async rest(): Promise<void> {
    const desk = await this.#desk?.catch(() => undefined);
    await desk?.value?.rest();
  }

  /** What could not be opened is tried anew next time. */
  async #open(): Promise<Outcome<ReviewDesk>> {
    this.#desk ??= openReviewDesk(this.folder);
    const desk = await this.#desk;
    if (!desk.value) this.#desk = undefined;
    return desk;
  }
}

/** Whether the raw text that a book was made from lies beside it. */
export async function hasReview(folder: string): Promise<boolean> {
  return (await findOwnSource(folder, '')).value !== undefined;
}

async function openReviewDesk(folder: string): Promise<Outcome<ReviewDesk>> {
  const own = await findOwnSource(folder, `banxin normalize raw.txt --out ${folder}`);
  if (!own.value) return failure(own.diagnostics);
  const run = await runNormalize(own.value);
  return run.value
    ? success(openDesk({ ...own.value, raw: run.value.kept }, run.value), run.diagnostics)
    : failure(run.diagnostics);
}
