import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { diagnose } from '../diagnostics/catalogue.js';
import { packageVersion } from '../files/package-root.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { failure, type Outcome, success } from '../model/outcome.js';
import { toNote } from '../normalize/review/page-data.js';
import { pagePolicy } from '../normalize/review/review-page.js';
import type { ReviewDesk } from './review-desk.js';
import { loadReviewTemplates } from './review-template.js';

/** A review that is being served. */
export interface ReviewServer {
  /** Where the page is; the token in it lets no one else on the machine in by chance. */
  readonly url: string;
  /** Settles when the server has been stopped and its port is free. */
  readonly stopped: Promise<void>;
}

/** Only this machine is served. */
const host = '127.0.0.1';

/** Largest request, in bytes. */
const largest = 16_000_000;

/** Serves a desk on this machine until the signal says stop. Errors: `port-unavailable`. */
export async function serveReview(
  desk: ReviewDesk,
  { port = 0, signal }: { readonly port?: number; readonly signal: AbortSignal },
): Promise<Outcome<ReviewServer>> {
  const token = randomBytes(18).toString('base64url');
  const policy = `${pagePolicy(await loadReviewTemplates(), 'served')}; frame-ancestors 'none'`;
  const server = createServer((request, response) => {
    const answer = new Answer(response, policy);
    void handle({ request, desk, token }, answer).catch((error) => answer.fault(error));
  });
  server.headersTimeout = 10_000;
  server.requestTimeout = 60_000;
  const fault = await listen(server, port);
  if (fault) return failure([fault]);
  const address = server.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  return success({ url: `http://${host}:${taken}/${token}/`, stopped: stopWith(server, desk, signal) });
}

function listen(server: Server, port: number): Promise<Diagnostic | undefined> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      resolve(diagnose('port-unavailable', { port, reason: error.code ?? error.message })),
    );
    server.listen({ host, port, exclusive: true }, () => resolve(undefined));
  });
}

/** Stops when it is told to: what is being written is written whole first. */
async function stopWith(server: Server, desk: ReviewDesk, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  await desk.rest();
  server.closeAllConnections();
  await closed;
}

interface Call {
  readonly request: IncomingMessage;
  readonly desk: ReviewDesk;
  readonly token: string;
}

async function handle({ request, desk, token }: Call, answer: Answer): Promise<void> {
  if (!isOwnHost(request)) return answer.refuse(421);
  const path = pathAfterToken(request.url ?? '', token);
  if (path === undefined) return answer.refuse(404);
  if (request.method === 'GET') return handleGet(path, desk, answer);
  if (request.method !== 'POST') return answer.refuse(405);
  if (request.headers.origin !== `http://${request.headers.host}`) return answer.refuse(403);
  if (!/^application\/json(?:;|$)/.test(request.headers['content-type'] ?? '')) return answer.refuse(415);
  const body = await readBody(request);
  if (typeof body === 'number') return answer.refuse(body);
  if (path === 'decide') return answer.json(await desk.decide(body.json));
  return path === 'undo' ? answer.json(await desk.undo()) : answer.refuse(404);
}

/** A page of another site can make a browser call here by a name of its own (DNS rebinding); such a call is not answered. */
function isOwnHost({ headers, socket }: IncomingMessage): boolean {
  return [host, 'localhost'].some((name) => headers.host === `${name}:${socket.localPort}`);
}

function pathAfterToken(url: string, token: string): string | undefined {
  const [, given = '', path = ''] = /^\/([\w-]*)\/([\w/]*)$/.exec(url) ?? [];
  const [one, other] = [Buffer.from(given), Buffer.from(token)];
  return one.length === other.length && timingSafeEqual(one, other) ? path : undefined;
}

async function handleGet(path: string, desk: ReviewDesk, answer: Answer): Promise<void> {
  if (path === '') {
    const { value, diagnostics } = await desk.page();
    return value === undefined ? answer.text(diagnosticText(diagnostics)) : answer.html(value);
  }
  const [, what, number = ''] = /^(chapter|places)\/(\d{1,6})$/.exec(path) ?? [];
  if (what === 'chapter') return answer.json({ blocks: desk.blocks(Number(number)) });
  return what === 'places' ? answer.json({ places: desk.places(Number(number)) }) : answer.refuse(404);
}

/** Why there is no page, in both languages: which one is read is not known yet. */
function diagnosticText(diagnostics: readonly Diagnostic[]): string {
  const notes = diagnostics.filter(({ severity }) => severity === 'error').map(toNote);
  return notes.map(({ zh, en }) => [...zh, ...en].join('\n')).join('\n\n');
}

/** The JSON of a request, or the status that refuses it. */
async function readBody(request: IncomingMessage): Promise<{ readonly json: unknown } | number> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > largest) return 413;
    chunks.push(chunk);
  }
  try {
    return { json: JSON.parse(Buffer.concat(chunks).toString('utf8')) };
  } catch {
    return 400;
  }
}

/** One answer; every one of them carries what keeps the page to itself. */
class Answer {
  private readonly response: ServerResponse;
  private readonly policy: string;

  constructor(response: ServerResponse, policy: string) {
    this.response = response;
    this.policy = policy;
  }

  html(text: string): void {
    this.send(200, 'text/html; charset=utf-8', text);
  }

  text(text: string): void {
    this.send(500, 'text/plain; charset=utf-8', text);
  }

  json(data: unknown): void {
    this.send(200, 'application/json; charset=utf-8', JSON.stringify(data));
  }

  refuse(status: number): void {
    this.send(status, 'text/plain; charset=utf-8', `${status}\n`);
  }

  /** What no stage foresaw is told in the page: nothing was written, and the editor can go on. */
  fault(error: unknown): void {
    const reason = String(error).replace(/\s+/g, ' ');
    const note = toNote(diagnose('banxin-fault', { version: packageVersion, reason }));
    this.send(500, 'application/json; charset=utf-8', JSON.stringify({ refused: [note] }));
  }

  private send(status: number, type: string, text: string): void {
    if (this.response.headersSent) return;
    this.response.writeHead(status, {
      'content-type': type,
      'content-length': Buffer.byteLength(text),
      'content-security-policy': this.policy,
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    this.response.end(text);
  }
}
