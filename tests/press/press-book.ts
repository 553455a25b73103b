import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { build } from '../../scripts/pipeline/build.js';
import { makeBook } from '../pipeline/make-book.js';

/** A theme whose chapter openings have a ground that reaches the edges, and coloured headings. */
const colouredTheme = {
  'styles/themes/ground/theme.json': JSON.stringify({
    label: 'ground',
    openOn: 'next',
    body: { size: 10.5, line: 18 },
    notes: { place: 'foot', marks: 'circled' },
    faces: ['song-400', 'song-700', 'song-900', 'hei-400', 'hei-700', 'kai-400', 'mono-400', 'math-400'],
    values: { ground: '#c9a66b', heading: '#8c2f26' },
    inks: { ground: '0 15 50 20' },
  }),
  'styles/themes/ground/print.css':
    '.pagedjs_first_page { background: #c9a66b } .chapter h1 { color: #8c2f26 }\n',
};

const plainPages = Array.from(
  { length: 30 },
  (_, index) => `第${index + 1}段。春江潮水连海平，海上明月共潮生。滟滟随波千万里，何处春江无月明！`,
).join('\n\n');

/** A book of black text; `press` is the value of that key as YAML. */
export async function textBook(press: string): Promise<string> {
  return makeBook({
    'book.yaml': `id: text\ntitle: 样书\nauthors: [某某]\nlanguage: zh-Hans\ntrim: b32-140x203\npress: ${press}\n`,
    'chapters/1.md': `# 第一章\n\n${plainPages}\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n注[^1]，*着重*。\n\n[^1]: 注文。\n`,
  });
}

/** A book with colours, a ground and pictures: a photograph shown twice, one to be seen through, a grey one, a line drawing. */
export async function colouredBook(press: string, more = ''): Promise<string> {
  const book = await makeBook({
    ...colouredTheme,
    'book.yaml': `id: colour\ntitle: 样书\nlanguage: zh-Hans\ntheme: ground\npress: ${press}\n`,
    'chapters/1.md': `# 第一章\n\n![甲](../photo.jpg)\n\n![乙](../through.png)\n\n![丙](../photo.jpg)\n\n![丁](../grey.png)\n\n![戊](../line.png)\n\n第二段。\n\n${more}\n`,
  });
  const dark = drawn(240, 160, (x, y) => [x, y, 40]);
  await dark.jpeg({ quality: 95 }).toFile(join(book, 'photo.jpg'));
  await drawn(120, 80, (x, y) => [200, x, y])
    .ensureAlpha(0.5)
    .png()
    .toFile(join(book, 'through.png'));
  await drawn(120, 80, (x) => [x, x, x])
    .png()
    .toFile(join(book, 'grey.png'));
  await drawn(120, 80, (x, y) => ((x + y) % 32 < 8 ? [0, 0, 0] : [255, 255, 255]))
    .png()
    .toFile(join(book, 'line.png'));
  return book;
}

type Rgb = readonly [number, number, number];

function drawn(width: number, height: number, colourAt: (x: number, y: number) => Rgb): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at += 1)
    pixels.set(colourAt(at % width, Math.floor(at / width)), at * 3);
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** A book with grounds that run from one colour to another: straight in greys, around a centre in colours. */
export async function gradientBook(press: string): Promise<string> {
  return makeBook({
    ...colouredTheme,
    'styles/themes/ground/print.css':
      'blockquote { background: linear-gradient(to right, #222, #fff) } .verse { background: conic-gradient(#c9a66b, #8c2f26) }\n',
    'book.yaml': `id: gradient\ntitle: 样书\nlanguage: zh-Hans\ntheme: ground\ntrim: b32-140x203\npress: ${press}\n`,
    'chapters/1.md':
      '# 第一章\n\n第一段。\n\n> 引文一。\n>\n> 引文二。\n\n::: verse\n床前明月光，疑是地上霜。\n:::\n',
  });
}

/** A profile of four inks: the one that libvips brings, written into a file as a printing house would give it. */
export async function inkProfile(folder: string): Promise<string> {
  const jpeg = await drawn(8, 8, () => [9, 9, 9])
    .toColourspace('cmyk')
    .withIccProfile('cmyk')
    .jpeg()
    .toBuffer();
  const { icc } = await sharp(jpeg).metadata();
  const path = join(folder, 'press.icc');
  await writeFile(path, icc ?? '');
  return path;
}

/** Builds a book in the formats `press` and `pdf`. */
export async function pressOf(book: string) {
  const out = await mkdtemp(join(tmpdir(), 'banxin-press-'));
  const outcome = await build({ book, out, formats: ['press', 'pdf'], cache: false });
  const named = outcome.value?.files.find((file) => file.endsWith('.press.pdf'));
  const screen = outcome.value?.files.find((file) => file.endsWith('.pdf') && !file.endsWith('.press.pdf'));
  return {
    outcome,
    check: outcome.value?.checks.find(({ check }) => check === 'pdf-press'),
    press: named === undefined ? new Uint8Array() : new Uint8Array(await readFile(named)),
    screen: screen === undefined ? new Uint8Array() : new Uint8Array(await readFile(screen)),
  };
}
