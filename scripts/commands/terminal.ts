import type { Locale } from '../diagnostics/catalogue.js';
import type { ReportStyle } from '../diagnostics/report.js';
import type { Ask } from './command.js';

/** Where words go; `process.stdout` and `process.stderr` are such. */
export interface Channel {
  readonly write: (text: string) => unknown;
}

/** Where a run of the command line speaks, and how. */
export interface Terminal {
  /** For data only: paths, figures, JSON. */
  readonly stdout: Channel;
  /** For talk: progress, diagnostics, summaries. */
  readonly stderr: Channel;
  readonly style: ReportStyle;
  /** Whether a line on `stderr` can be rewritten. */
  readonly interactive: boolean;
  /** Width of `stderr` in columns. */
  readonly columns: number;
  /** Whether GitHub Actions reads along, and shows diagnostics beside the lines of a diff. */
  readonly annotates?: boolean;
  /** Asks the person at the keyboard; not there where there is none. */
  readonly ask?: Ask;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The style that a user's environment asks for on a channel (https://no-color.org, https://force-color.org). */
export function chooseStyle(locale: Locale, environment: Environment, isTerminal: boolean): ReportStyle {
  return { locale, colour: wantsColour(environment, isTerminal) };
}

function wantsColour({ FORCE_COLOR, NO_COLOR, TERM }: Environment, isTerminal: boolean): boolean {
  if (FORCE_COLOR) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  if (NO_COLOR) return false;
  return isTerminal && TERM !== 'dumb';
}
