import type { FinishedBook, LoadedCheck, OwnCheck, OwnFinding } from '../model/extension.js';
import { Guard, WrongAnswer } from './guard.js';

/** So long (ms) a check may take with a whole book. */
const limit = 10_000;

const severities = ['error', 'warning', 'info'] as const;

export function loadCheck({ name, about = '', check }: OwnCheck, files: readonly string[]): LoadedCheck {
  const guard = new Guard('check', name, files, limit);
  const findingsOf = async (book: FinishedBook): Promise<readonly OwnFinding[]> => [...(await check(book))];
  return {
    name,
    about,
    run: (book) => guard.callAsync(async () => (await findingsOf(book)).map(readFinding)),
  };
}

function readFinding(found: Partial<OwnFinding> | null | undefined): OwnFinding {
  const { severity = 'warning', message, hint, at, kind } = found ?? {};
  if (!severities.includes(severity)) throw new WrongAnswer(`severity: ${severities.join(' | ')}`);
  if (typeof message !== 'string' || message.trim() === '') throw new WrongAnswer('message: string');
  if (hint !== undefined && typeof hint !== 'string') throw new WrongAnswer('hint: string');
  if (kind !== undefined && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(String(kind))) throw new WrongAnswer('kind');
  if (at !== undefined && typeof at?.file !== 'string') throw new WrongAnswer('at: { file, line }');
  const line = Number.isInteger(at?.line) ? at?.line : undefined;
  return {
    severity,
    message,
    ...(hint !== undefined && { hint }),
    ...(kind !== undefined && { kind }),
    ...(at && { at: { file: at.file, ...(line !== undefined && { line }) } }),
  };
}
