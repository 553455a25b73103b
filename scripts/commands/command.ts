import type { Locale } from '../diagnostics/catalogue.js';
import type { ReportStyle } from '../diagnostics/report.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { OnProgress } from '../model/progress.js';
import type { CheckResult } from '../model/proof.js';

/** A text of the command line in every language. */
export type Localized = Readonly<Record<Locale, string>>;

/** How a run ends; the README and `banxin --help` list these. */
export const exitCodes = {
  fine: 0,
  bookHasErrors: 1,
  wrongUsage: 2,
  checkFailed: 3,
  /** As `EX_SOFTWARE` in BSD's sysexits.h: the fault is Banxin's own. */
  ownFault: 70,
  /** 128 and the signal's number, as shells have it: SIGHUP, SIGINT, SIGTERM. */
  hungUp: 129,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** What a command takes beside its options, e.g. a folder. */
export interface Operand {
  readonly name: Localized;
  readonly about: Localized;
  readonly required: boolean;
}

/** An option `--name`; with `value` it takes a value that help calls so, without it is a switch. */
export interface Option {
  readonly name: string;
  /** One letter, for `-h`. */
  readonly short?: string;
  readonly value?: Localized;
  /** Values that a shell may complete; others may be known too. */
  readonly choices?: readonly string[];
  readonly about: Localized;
}

/** What the user asked of a command, with every name known and every value there. */
export interface Request {
  readonly operands: readonly string[];
  /** Values of options by name, without the dashes; a switch has the value `''`. */
  readonly values: ReadonlyMap<string, string>;
}

/** What a command may use while it works. */
export interface Session {
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
  readonly style: ReportStyle;
  /** Asks a person; a bare Return gives `usual`. Not there without a terminal: nothing is ever asked then. */
  readonly ask?: Ask;
}

/** A question and its usual answer → the answer. */
export type Ask = (question: string, usual: string) => Promise<string>;

/** What a command has to say at its end; the same report is printed for people and as JSON. */
export interface Report {
  readonly exitCode: ExitCode;
  readonly diagnostics: readonly Diagnostic[];
  readonly checks?: readonly CheckResult[];
  /** Fields of the JSON object, beside `command`, `exitCode`, `diagnostics` and `checks`. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Lines for standard output where no JSON is asked for: the product, e.g. paths of files. */
  readonly lines: readonly string[];
  /** A last sentence for people, or several, a line each; on standard error. */
  readonly closing?: string | readonly string[];
  /** What goes on after the report is printed, until it is stopped; gives the exit code. */
  readonly goesOn?: (speaker: Speaker) => Promise<ExitCode>;
}

/** How a command that goes on speaks: each report is printed as the first one was. */
export interface Speaker {
  readonly report: (report: Report) => void;
  /** Shows the progress of a piece of work, and takes it away at its end. */
  readonly during: <T>(work: (onProgress: OnProgress) => Promise<T>) => Promise<T>;
}

/** One command: how it is called, what help says of it, and what it does. */
export interface Command {
  readonly name: string;
  readonly about: Localized;
  readonly operands: readonly Operand[];
  readonly options: readonly Option[];
  /** Whole command lines that work as they stand; the first one is shown with mistakes. */
  readonly examples: readonly [string, ...string[]];
  readonly run: (request: Request, session: Session) => Promise<Report>;
}
