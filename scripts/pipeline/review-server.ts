import type { Diagnostic } from '../model/diagnostic.js';
import type { Outcome } from '../model/outcome.js';
import { toNote } from '../normalize/review/page-data.js';
import { pagePolicy } from '../normalize/review/review-page.js';
import { type Answer, type LocalServer, serveLocally } from './local-server.js';
import type { ReviewDesk } from './review-desk.js';
import { loadReviewTemplates } from './review-template.js';

/** Serves a desk on this machine until the signal says stop. Errors: `port-unavailable`. */
export async function serveReview(
  desk: ReviewDesk,
  options: { readonly port?: number; readonly signal: AbortSignal },
): Promise<Outcome<LocalServer>> {
  const site = {
    policy: await policyOfReview(),
    get: (path: string, answer: Answer) => answerReview.get(path, desk, answer),
    post: (path: string, json: unknown, answer: Answer) => answerReview.post(path, json, desk, answer),
    rest: () => desk.rest(),
  };
  return serveLocally(site, options);
}

/** What a review answers, on a server of its own or beside the pages of a preview. */
export const answerReview = { get, post };

async function policyOfReview(): Promise<string> {
  return pagePolicy(await loadReviewTemplates(), 'served');
}

async function post(path: string, json: unknown, desk: ReviewDesk, answer: Answer): Promise<void> {
  if (path === 'decide') return answer.json(await desk.decide(json));
  return path === 'undo' ? answer.json(await desk.undo()) : answer.refuse(404);
}

async function get(path: string, desk: ReviewDesk, answer: Answer): Promise<void> {
  if (path === '') {
    const { value, diagnostics } = await desk.page();
    if (value === undefined) return answer.text(diagnosticText(diagnostics));
    return answer.html(value, { policy: await policyOfReview() });
  }
  const [, what, number = ''] = /^(chapter|places)\/(\d{1,6})$/.exec(path) ?? [];
  if (what === 'chapter') return answer.json({ blocks: desk.blocks(Number(number)) });
  return what === 'places' ? answer.json({ places: desk.places(Number(number)) }) : answer.refuse(404);
}

/** Why there is no page, in both languages: which one is read is not known yet. */
export function diagnosticText(diagnostics: readonly Diagnostic[]): string {
  const notes = diagnostics.filter(({ severity }) => severity === 'error').map(toNote);
  return notes.map(({ zh, en }) => [...zh, ...en].join('\n')).join('\n\n');
}
