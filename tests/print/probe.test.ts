import { writeFile } from 'node:fs/promises';
import { it } from 'vitest';
import { openTestSession } from './browser-for-tests.js';
import { layOutInOnePiece } from './one-piece.js';
import { constructsBook, randomBook, tiedBook } from './one-piece-books.js';
import { inputOf, joinedBook } from './one-piece-desk.js';
import { printedLines, printedLinks } from './printed-pages.js';

it('probe', async () => {
  const session = await openTestSession(2);
  const books: Record<string, () => Promise<any>> = {
    constructs: async () => inputOf(await constructsBook()),
    tiedPage: async () => inputOf(await tiedBook('tied', 1, 'notes: { place: foot, restart: page }\n'), { openOn: 'recto' }),
    tiedChapter: async () => inputOf(await tiedBook('tied2', 2, 'notes: { place: foot, restart: chapter, marks: figures }\n')),
    tiedBehind: async () => inputOf(await tiedBook('tied3', 3, 'notes: { place: chapter }\n')),
    random1: async () => inputOf(await randomBook('r1', 'notes: { place: foot }\n', [1, 2, 3, 4, 5, 6])),
    random2: async () => inputOf(await randomBook('r2', 'trim: a5\n', [161, 187, 1012, 75, 9, 10])),
  };
  for (const [name, make] of Object.entries(books)) {
    if (process.env.ONLY && !process.env.ONLY.split(',').includes(name)) continue;
    const t0 = performance.now();
    const input = await make();
    const t1 = performance.now();
    const joined = await joinedBook(session, input);
    const t2 = performance.now();
    const one = await layOutInOnePiece(session, input);
    const t3 = performance.now();
    await writeFile(`/tmp/same-${name}-joined.pdf`, joined.pdf);
    await writeFile(`/tmp/same-${name}-one.pdf`, one.pdf);
    const [a, b] = [await printedLines(joined.pdf), await printedLines(one.pdf)];
    const [la, lb] = [await printedLinks(joined.pdf), await printedLinks(one.pdf)];
    const t4 = performance.now();
    console.log(name, 'pages', a.length, b.length, 'faulty', joined.paginated.faulty.length, 'ms', [t1-t0,t2-t1,t3-t2,t4-t3].map(Math.round).join(' '));
    let shown = 0;
    for (let p = 0; p < Math.max(a.length, b.length) && shown < 4; p++) {
      if (JSON.stringify(a[p]) === JSON.stringify(b[p])) continue;
      shown++;
      const x = a[p] ?? [], y = b[p] ?? [];
      console.log(name, 'page', p + 1, '\n- ' + x.filter((l) => !y.includes(l)).slice(0,6).join('\n- ') + '\n+ ' + y.filter((l) => !x.includes(l)).slice(0,6).join('\n+ '));
    }
    const lx = la.filter((l) => !lb.includes(l)), ly = lb.filter((l) => !la.includes(l));
    console.log(name, 'links', la.length, lb.length, '\n- ' + lx.slice(0,8).join('\n- ') + '\n+ ' + ly.slice(0,8).join('\n+ '));
    const pl = joined.paginated.pages.map((p) => `${p.part} ${p.side} ${p.content === undefined || p.content.classes.includes('pagedjs_blank_page')} ${p.label}`);
    const pm = one.pages.map((p) => `${p.part} ${p.side} ${p.isBlank} ${p.label}`);
    for (let p = 0, n = 0; p < Math.max(pl.length, pm.length) && n < 4; p++) if (pl[p] !== pm[p]) { n++; console.log('map', p + 1, pl[p], '/', pm[p]); }
  }
  await session.end();
}, 300000);
