import type { Diagnostic } from '../../model/diagnostic.js';
import type { ExtensionOptions } from '../../model/extension.js';
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

  constructor(
    readonly folder: string,
    readonly options: ExtensionOptions,
    /** Hears what the run had to say, which no page of the review shows. */
    readonly tell: (diagnostics: readonly Diagnostic[]) => void,
  ) {}

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
    this.#desk ??= this.#begin();
    const desk = await this.#desk;
    if (!desk.value) this.#desk = undefined;
    return desk;
  }

  async #begin(): Promise<Outcome<ReviewDesk>> {
    const own = await findOwnSource(this.folder, `banxin normalize raw.txt --out ${this.folder}`);
    if (!own.value) return failure(own.diagnostics);
    const options = { ...own.value, ...this.options };
    const run = await runNormalize(options);
    this.tell(run.diagnostics);
    return run.value
      ? success(openDesk({ ...options, raw: run.value.kept }, run.value))
      : failure(run.diagnostics);
  }
}
