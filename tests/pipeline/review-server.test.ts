import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PageReview } from '../../scripts/normalize/review/page-data.js';
import { startReview, type TestReview } from './open-review.js';

const body = '他沿着河走了一整天，谁也没有遇见。天黑的时候，他在树下坐了下来。';
const text = `第一章 出门\n${body} ${body}\n他一直等到天亮以\n后来他又走了。\n第二章 回家\n${body}`;

/** What the server answered to a decision. */
interface Answer {
  readonly review?: PageReview;
  readonly refused?: readonly { readonly code: string }[];
  readonly notes?: readonly { readonly code: string }[];
}

/** Sends a request as the page does, or as someone else would. */
function send(
  url: string,
  { body: data, headers = {}, method = 'POST' }: { body?: unknown; headers?: object; method?: string } = {},
): Promise<{ readonly status: number; readonly headers: object; readonly text: string }> {
  const { origin } = new URL(url);
  return new Promise((resolve, reject) => {
    const own = { 'content-type': 'application/json', ...(method === 'POST' && { origin }) };
    const call = request(url, { method, headers: { ...own, ...headers } }, (response) => {
      let answer = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        answer += part;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text: answer }),
      );
    });
    call.on('error', reject);
    call.end(data === undefined ? undefined : typeof data === 'string' ? data : JSON.stringify(data));
  });
}

async function pageOf({ url }: TestReview): Promise<PageReview> {
  const page = await send(url, { method: 'GET' });
  const [, json = ''] = /id="data">(.*?)<\/script>/s.exec(page.text) ?? [];
  return JSON.parse(json).review;
}

async function decide(
  review: TestReview,
  set: readonly object[],
  unset: readonly object[] = [],
): Promise<Answer> {
  const { source } = await pageOf(review);
  const { text: answer } = await send(`${review.url}decide`, { body: { source, set, unset } });
  return JSON.parse(answer);
}

const codes = (list: readonly { readonly code: string }[] | undefined) => list?.map(({ code }) => code);
const joined = { do: 'join', before: '天亮以', after: '后来他' };

describe('a decision sent by the page', () => {
  it('is written to the decisions file, the chapters follow it, and the new review comes back', async () => {
    const review = await startReview(text);
    const before = await pageOf(review);
    const place = before.items.find(({ rule }) => rule === 'paragraph-end')?.places[0];
    const { review: after } = await decide(review, [{ do: 'join', ...place?.anchor }]);
    expect(readFileSync(review.decisionsFile, 'utf8')).toContain('  - do: join\n    before: ');
    expect(review.chapters()).toContain('等到天亮以后来他又走了。');
    expect(after?.figures).toEqual({ open: before.figures.open - 1, decided: 1 });
    expect(await pageOf(review)).toEqual(after);
  });

  it('may name its place by an offset, which gets the anchor that tells it from its likes', async () => {
    const review = await startReview(text);
    const second = text.indexOf(body) + body.length + 1;
    await decide(review, [{ do: 'break', at: second + body.indexOf('天黑') }]);
    expect(readFileSync(review.decisionsFile, 'utf8')).toContain('nth: 2');
    expect(review.chapters()).toContain(`${body}他沿着河走了一整天，谁也没有遇见。\n\n天黑的时候`);
  });

  it('leaves alone what a person writes in the file meanwhile', async () => {
    const review = await startReview(text);
    await decide(review, [joined]);
    const own =
      '\n  # asked the author\n  - {do: replace, from: 树, to: 柳树, before: 他在, after: 树下, nth: 1}\n';
    writeFileSync(review.decisionsFile, readFileSync(review.decisionsFile, 'utf8') + own);
    await decide(review, [{ do: 'keep', from: ' ', before: '坐了下来。', after: '他沿着河', nth: 1 }]);
    expect(readFileSync(review.decisionsFile, 'utf8')).toContain(own);
    expect(review.chapters()).toContain('他在柳树下坐了下来。 他沿着河');
  });

  it('overrules what the file says of the same place in other words', async () => {
    const review = await startReview(text);
    writeFileSync(review.decisionsFile, '- do: join\n  before: 等到天亮以\n  after: 后来他又走\n');
    await decide(review, [{ ...joined, do: 'break' }]);
    expect(readFileSync(review.decisionsFile, 'utf8')).not.toContain('do: join');
    expect(review.chapters()).toContain('等到天亮以\n\n后来');
  });

  it('can be taken back, step by step, to the byte; and what was written by hand since then stays', async () => {
    const review = await startReview(text);
    await decide(review, [joined]);
    const first = readFileSync(review.decisionsFile, 'utf8');
    await decide(review, [{ ...joined, do: 'break' }]);
    await send(`${review.url}undo`, { body: {} });
    expect(readFileSync(review.decisionsFile, 'utf8')).toBe(first);
    expect(review.chapters()).toContain('天亮以后来');
    writeFileSync(review.decisionsFile, `${first}  # mine\n`);
    await send(`${review.url}undo`, { body: {} });
    const left = readFileSync(review.decisionsFile, 'utf8');
    expect(left).toContain('# mine');
    expect(left).not.toContain('before: 天亮以');
    const nothing = await send(`${review.url}undo`, { body: {} });
    expect(JSON.parse(nothing.text)).toEqual({ refused: [] });
  });

  it('is merged into a chapter that a person has edited; what could not be is told, and nothing is lost', async () => {
    const review = await startReview(text);
    const chapter = join(review.out, 'chapters', '01-chapter-1.md');
    const edited = readFileSync(chapter, 'utf8').replace('谁也没有遇见', '一个人也没有遇见');
    writeFileSync(chapter, edited);
    const merged = await decide(review, [joined]);
    expect(codes(merged.notes)).toEqual(['chapter-merged']);
    expect(readFileSync(chapter, 'utf8')).toContain('一个人也没有遇见');
    expect(readFileSync(chapter, 'utf8')).toContain('天亮以后来');
    writeFileSync(chapter, readFileSync(chapter, 'utf8').replace('他一直等到', '她一直等到了'));
    const { notes } = await decide(review, [
      { do: 'replace', from: '他', to: '它', before: '', after: '他一直等到' },
    ]);
    expect(codes(notes)).toContain('chapter-conflict');
    for (const version of ['她一直等到了', '它一直等到'])
      expect(readFileSync(chapter, 'utf8')).toContain(version);
    const { refused } = await decide(review, [{ ...joined, do: 'break' }]);
    expect(codes(refused)).toEqual(['conflict-first']);
  });
});

describe('what the page sends', () => {
  it.each([
    ['finds no place', [{ do: 'join', before: '不在这里的话', after: '也没有' }], 'decision-stale'],
    ['fits several places', [{ do: 'break', before: '时候，', after: '他在树下' }], 'decision-ambiguous'],
    ['says nothing that can be done', [{ do: 'fly', before: '甲', after: '乙' }], 'decision-invalid'],
    ['holds a line end', [{ do: 'replace', from: '河', to: '河\n江', at: 10 }], 'decision-invalid'],
    ['is no list', 'join', 'review-request-unreadable'],
  ])('and %s is refused, and nothing is written', async (_, set, code) => {
    const review = await startReview(text);
    const before = review.chapters();
    const { source } = await pageOf(review);
    const { text: answer } = await send(`${review.url}decide`, { body: { source, set, unset: [] } });
    expect(codes(JSON.parse(answer).refused)).toEqual([code]);
    expect(existsSync(review.decisionsFile)).toBe(false);
    expect(review.chapters()).toBe(before);
  });

  it('is refused where the raw text on the disk is another one now', async () => {
    const review = await startReview(text);
    const { source } = await pageOf(review);
    writeFileSync(join(review.out, 'source', 'river.txt'), `${text}\n${body}`);
    await pageOf(review);
    const { text: answer } = await send(`${review.url}decide`, {
      body: { source, set: [joined], unset: [] },
    });
    expect(codes(JSON.parse(answer).refused)).toEqual(['review-outdated']);
  });

  it('is refused while the decisions file cannot be read, and the file stays as it is', async () => {
    const review = await startReview(text);
    const { source } = await pageOf(review);
    writeFileSync(review.decisionsFile, 'a: [');
    const { text: answer } = await send(`${review.url}decide`, {
      body: { source, set: [joined], unset: [] },
    });
    expect(codes(JSON.parse(answer).refused)).toEqual(['decisions-unreadable']);
    expect(readFileSync(review.decisionsFile, 'utf8')).toBe('a: [');
    const page = await send(review.url, { method: 'GET' });
    expect([page.status, page.text]).toEqual([500, expect.stringContaining('无法将')]);
  });
});

describe('the server of the review', () => {
  it('gives the blocks of a chapter and the places of an item, and nothing for what is not there', async () => {
    const review = await startReview(text);
    const get = async (path: string) => JSON.parse((await send(review.url + path, { method: 'GET' })).text);
    expect((await get('chapter/1')).blocks[0]).toMatchObject({ role: 'heading', level: 1 });
    expect(await get('chapter/99')).toEqual({ blocks: [] });
    expect((await get('places/0')).places).toHaveLength(1);
    for (const path of ['chapter/../../book.yaml', 'chapter/-1', 'chapter/1e9', 'book.yaml', 'chapter', '..'])
      expect((await send(review.url + path, { method: 'GET' })).status).toBe(404);
  });

  it('answers no one without its token, under another name, or from another site', async () => {
    const review = await startReview(text);
    const { origin, port } = new URL(review.url);
    const { source } = await pageOf(review);
    const data = { source, set: [joined], unset: [] };
    const wrongToken = `${origin}/${'A'.repeat(24)}/`;
    const status = async (url: string, options: Parameters<typeof send>[1]) =>
      (await send(url, options)).status;
    expect(await status(wrongToken, { method: 'GET' })).toBe(404);
    expect(await status(`${wrongToken}decide`, { body: data })).toBe(404);
    expect(await status(origin, { method: 'GET' })).toBe(404);
    for (const host of ['evil.example', `evil.example:${port}`, `127.0.0.1:1`])
      expect(await status(review.url, { method: 'GET', headers: { host } })).toBe(421);
    for (const foreign of ['http://evil.example', 'null', `http://localhost:${port}`])
      expect(await status(`${review.url}decide`, { body: data, headers: { origin: foreign } })).toBe(403);
    expect(
      await status(`${review.url}decide`, { body: data, headers: { 'content-type': 'text/plain' } }),
    ).toBe(415);
    expect(await status(`${review.url}decide`, { body: '{' })).toBe(400);
    expect(await status(`${review.url}decide`, { body: ' '.repeat(16_000_001) })).toBe(413);
    expect(await status(`${review.url}decide`, { method: 'PUT', body: data })).toBe(405);
    expect(existsSync(review.decisionsFile)).toBe(false);
  });

  it('lets its page load nothing, be framed by no one, and leave no trace', async () => {
    const review = await startReview(text);
    const { headers } = await send(review.url, { method: 'GET' });
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringMatching(
        /^default-src 'none'; script-src 'sha256-.*frame-ancestors 'none'$/,
      ),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('ends when it is told to, and its port is free', async () => {
    const review = await startReview(text);
    await review.stop();
    await expect(send(review.url, { method: 'GET' })).rejects.toThrow('ECONNREFUSED');
  });
});
