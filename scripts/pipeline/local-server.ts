import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { diagnose } from '../diagnostics/catalogue.js';
import { packageVersion } from '../files/package-root.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { failure, type Outcome, success } from '../model/outcome.js';
import { toNote } from '../normalize/review/page-data.js';

/** What is served to this machine alone. Paths are those behind the token. */
export interface Site {
  /** Content security policy of every answer that brings none of its own. */
  readonly policy: string;
  readonly get: (path: string, answer: Answer) => Promise<void> | void;
  readonly post: (path: string, json: unknown, answer: Answer) => Promise<void> | void;
  /** Settles when nothing is being written. */
  readonly rest: () => Promise<void>;
}

/** A site that is being served. */
export interface LocalServer {
  /** Where the page is; the token in it lets no one else on the machine in by chance. */
  readonly url: string;
  /** Settles when the server has been stopped and its port is free. */
  readonly stopped: Promise<void>;
}

/** Only this machine is served. */
const host = '127.0.0.1';

/** Largest request, in bytes. */
const largest = 16_000_000;

/** Serves on this machine until the signal says stop. Errors: `port-unavailable`. */
export async function serveLocally(
  site: Site,
  { port = 0, signal }: { readonly port?: number; readonly signal: AbortSignal },
): Promise<Outcome<LocalServer>> {
  const token = randomBytes(18).toString('base64url');
  const server = createServer((request, response) => {
    const home = `http://${request.headers.host}/${token}/`;
    const answer = new Answer(response, site.policy, home);
    void handle({ request, site, token }, answer).catch((error) => answer.fault(error));
  });
  server.headersTimeout = 10_000;
  server.requestTimeout = 60_000;
  const fault = await listen(server, port);
  if (fault) return failure([fault]);
  const address = server.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  return success({ url: `http://${host}:${taken}/${token}/`, stopped: stopWith(server, site, signal) });
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
async function stopWith(server: Server, site: Site, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  await site.rest();
  server.closeAllConnections();
  await closed;
}

interface Call {
  readonly request: IncomingMessage;
  readonly site: Site;
  readonly token: string;
}

async function handle({ request, site, token }: Call, answer: Answer): Promise<void> {
  if (!isOwnHost(request)) return answer.refuse(421);
  const path = pathAfterToken(request.url ?? '', token);
  if (path === undefined) return answer.refuse(404);
  if (request.method === 'GET') return site.get(path, answer);
  if (request.method !== 'POST') return answer.refuse(405);
  if (request.headers.origin !== `http://${request.headers.host}`) return answer.refuse(403);
  if (!/^application\/json(?:;|$)/.test(request.headers['content-type'] ?? '')) return answer.refuse(415);
  const body = await readBody(request);
  return typeof body === 'number' ? answer.refuse(body) : site.post(path, body.json, answer);
}

/** A page of another site can make a browser call here by a name of its own (DNS rebinding); such a call is not answered. */
function isOwnHost({ headers, socket }: IncomingMessage): boolean {
  return [host, 'localhost'].some((name) => headers.host === `${name}:${socket.localPort}`);
}

function pathAfterToken(url: string, token: string): string | undefined {
  const [, given = '', path = ''] = /^\/([\w-]*)\/([\w/.%~-]*)$/.exec(url) ?? [];
  const [one, other] = [Buffer.from(given), Buffer.from(token)];
  return one.length === other.length && timingSafeEqual(one, other) ? path : undefined;
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

/** News that an open page is told of; nothing happens where the page has gone. */
export interface NewsStream {
  readonly tell: (news: string) => void;
}

/** One answer; every one of them carries what keeps the page to itself. */
export class Answer {
  /** Address of the site as the page has it; ends with a slash. */
  readonly home: string;
  private readonly response: ServerResponse;
  private readonly policy: string;

  constructor(response: ServerResponse, policy: string, home: string) {
    this.response = response;
    this.policy = policy;
    this.home = home;
  }

  /** A page; with `inFrame`, one that only a page of the same site may show inside itself. */
  html(text: string, { policy, inFrame = false }: { policy?: string; inFrame?: boolean } = {}): void {
    const framing = inFrame ? "frame-ancestors 'self'" : "frame-ancestors 'none'";
    this.send(200, 'text/html; charset=utf-8', text, {
      'content-security-policy': `${policy ?? this.policy}; ${framing}`,
      'x-frame-options': inFrame ? 'SAMEORIGIN' : 'DENY',
    });
  }

  text(text: string, status = 500): void {
    this.send(status, 'text/plain; charset=utf-8', text);
  }

  json(data: unknown): void {
    this.send(200, 'application/json; charset=utf-8', JSON.stringify(data));
  }

  bytes(bytes: Uint8Array, type: string): void {
    this.send(200, type, bytes);
  }

  refuse(status: number): void {
    this.send(status, 'text/plain; charset=utf-8', `${status}\n`);
  }

  /** Keeps the connection open and tells what happens (HTML Standard, 9.2 Server-sent events). */
  news(ended: () => void): NewsStream {
    this.response.writeHead(200, { ...this.headers(), 'content-type': 'text/event-stream; charset=utf-8' });
    this.response.write(':\n\n');
    this.response.on('close', ended);
    return { tell: (news) => void this.response.write(`data: ${news}\n\n`) };
  }

  /** What no stage foresaw is told in the page: nothing was written, and the editor can go on. */
  fault(error: unknown): void {
    const reason = String(error).replace(/\s+/g, ' ');
    const note = toNote(diagnose('banxin-fault', { version: packageVersion, reason }));
    this.send(500, 'application/json; charset=utf-8', JSON.stringify({ refused: [note] }));
  }

  private send(
    status: number,
    type: string,
    body: string | Uint8Array,
    more: Readonly<Record<string, string>> = {},
  ): void {
    if (this.response.headersSent) return;
    this.response.writeHead(status, {
      ...this.headers(),
      'content-type': type,
      'content-length': typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength,
      ...more,
    });
    this.response.end(body);
  }

  private headers(): Readonly<Record<string, string>> {
    return {
      'content-security-policy': `${this.policy}; frame-ancestors 'none'`,
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    };
  }
}
