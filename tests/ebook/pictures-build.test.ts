import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import JSZip from 'jszip';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import type { BuildOptions } from '../../scripts/model/build-types.js';
import { build } from '../../scripts/pipeline/build.js';
import { withoutJavaHere } from '../pipeline/without-java.js';
import { claiming, colourAt, movingGif, phonePhoto, redAndBlue } from './drawn-pictures.js';

withoutJavaHere();

const settings = 'id: album\ntitle: 图册\nlanguage: zh-Hans\n';

/** Builds the e-book of files by path; checks, files of the EPUB, and what was found as `line:column code`. */
async function built(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Partial<BuildOptions> = {},
) {
  const book = await mkdtemp(join(tmpdir(), 'banxin-album-'));
  for (const [path, content] of Object.entries({
    'book.yaml': settings,
    'chapters/a.md': '# 一\n',
    ...files,
  })) {
    await mkdir(dirname(join(book, path)), { recursive: true });
    await writeFile(join(book, path), content);
  }
  const out = join(book, 'out');
  const { value, diagnostics } = await build({ book, out, formats: ['epub'], cache: false, ...options });
  const found = diagnostics.map(({ code, severity, place, message }) => ({
    said: `${place?.file.split('/').at(-1)}:${place?.line}:${place?.column} ${severity} ${code}`,
    message,
  }));
  if (!value) return { found, epub: {}, css: '', page: '', faults: [] };
  const { files: epub } = await JSZip.loadAsync(await readFile(join(out, 'album.epub')));
  const text = async (name: string) => (await epub[`OEBPS/${name}`]?.async('string')) ?? '';
  const faults = value.checks
    .filter(({ status }) => status === 'failed')
    .map(({ diagnostics: [first] }) => first);
  return { found, epub, css: await text('style.css'), page: await text('text/c001.xhtml'), faults };
}

async function coverOf(bytes: Uint8Array, name = 'cover.jpg') {
  const { found, epub, faults } = await built({ 'book.yaml': `${settings}cover: ${name}\n`, [name]: bytes });
  const path = Object.keys(epub).find((own) => own.startsWith('OEBPS/images/cover.'));
  const cover = path ? await epub[path]?.async('nodebuffer') : undefined;
  const head = cover && (await sharp(cover).metadata());
  return { found, faults, path, cover, size: head && [head.width, head.height] };
}

it('a cover of the right size says nothing and keeps its bytes', async () => {
  const bytes = await redAndBlue(1600, 2560).jpeg().toBuffer();
  const { found, faults, path, cover } = await coverOf(bytes);
  expect([found, faults, path]).toEqual([[], [], 'OEBPS/images/cover.jpg']);
  expect(cover?.equals(bytes)).toBe(true);
});

it('a cover that shops would refuse is told of at its key, with its size', async () => {
  const small = await coverOf(await redAndBlue(500, 800).jpeg().toBuffer());
  expect(small.found).toEqual([
    {
      said: 'book.yaml:4:8 warning ebook-cover-small',
      message: 'the cover `cover.jpg` is 500 × 800 pixels; shops want 625 × 1000 at least',
    },
  ]);
  const wide = await coverOf(await redAndBlue(1600, 1200).jpeg().toBuffer());
  expect(wide.found).toEqual([
    {
      said: 'book.yaml:4:8 warning ebook-cover-ratio',
      message:
        'the cover `cover.jpg` is 1600 × 1200 pixels, 0.75 times as high as wide; shops show covers of 1.3 to 1.7 well',
    },
  ]);
});

it('a cover is turned, made sRGB and small, and one that shops do not take becomes JPEG', async () => {
  // 4000 × 2500 px as the phone writes it, to be turned to the right.
  const turned = await coverOf(await phonePhoto(4000, 2500));
  expect([turned.found, turned.size]).toEqual([[], [1600, 2560]]);
  expect(turned.cover?.includes('Phone of mine')).toBe(false);
  const press = await coverOf(await redAndBlue(1000, 1600).toColourspace('cmyk').jpeg().toBuffer());
  expect((await sharp(press.cover).metadata()).space).toBe('srgb');
  for (const [name, bytes] of [
    ['cover.webp', await redAndBlue(1000, 1600).webp().toBuffer()],
    ['cover.gif', await movingGif(1000, 1600)],
    [
      'cover.svg',
      Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 16"><path fill="#e02020" d="M0 0h5v16h-5z"/><path fill="#2020e0" d="M5 0h5v16h-5z"/></svg>',
      ),
    ],
  ] as const) {
    const made = await coverOf(bytes, name);
    expect([name, made.found, made.faults, made.path]).toEqual([name, [], [], 'OEBPS/images/cover.jpg']);
    expect(made.size).toEqual(name === 'cover.svg' ? [1600, 2560] : [1000, 1600]);
    const [redness = 0] = await colourAt(made.cover ?? bytes, 0.2, 0.5);
    expect(redness).toBeGreaterThan(200);
  }
});

it('a cover that can be seen through stands on white', async () => {
  const bytes = await redAndBlue(1000, 1600).ensureAlpha(0).png().toBuffer();
  const { cover, path } = await coverOf(bytes, 'cover.png');
  expect(path).toBe('OEBPS/images/cover.png');
  expect(await colourAt(cover ?? bytes, 0.2, 0.5)).toEqual([255, 255, 255]);
});

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="60"><rect width="60" height="60" fill="#e02020"/></svg>';

it('an SVG picture is kept as it is; where the book says so, with a PNG of twice its size', async () => {
  const chapter = { 'chapters/a.md': '# 一\n\n![红](b.svg)\n', 'chapters/b.svg': drawing };
  const kept = await built(chapter);
  expect(kept.page).toMatch(
    /<p class="picture"><img src="\.\.\/images\/[0-9a-f]{16}\.svg" alt="红" class="drawing"\s*\/><\/p>/,
  );
  const both = await built({ ...chapter, 'book.yaml': `${settings}ebook:\n  svg: fallback\n` });
  expect([both.found, both.faults]).toEqual([[], []]);
  const [, svg, png] =
    /<picture><source srcset="\.\.\/(images\/[0-9a-f]{16}\.svg)" type="image\/svg\+xml"\s*\/><img src="\.\.\/(images\/[0-9a-f]{16}\.png)" alt="红" width="120" class="drawing"\s*\/><\/picture>/.exec(
      both.page,
    ) ?? [];
  expect(await both.epub[`OEBPS/${svg}`]?.async('string')).toBe(drawing);
  const drawn = (await both.epub[`OEBPS/${png}`]?.async('nodebuffer')) ?? Buffer.alloc(0);
  const { width, height } = await sharp(drawn).metadata();
  expect([width, height]).toEqual([240, 120]);
  expect(await colourAt(drawn, 0.25, 0.5)).toEqual([224, 32, 32]);
  // What the SVG leaves clear stays so.
  const { data } = await sharp(drawn).extractChannel('alpha').raw().toBuffer({ resolveWithObject: true });
  expect([data[0], data[239]]).toEqual([255, 0]);
});

it('fonts and their licences are left out where the book or the order says so; the order wins', async () => {
  const fontsIn = (epub: object) => Object.keys(epub).filter((name) => name.includes('/fonts/'));
  const plain = await built({});
  expect(fontsIn(plain.epub).length).toBeGreaterThan(1);
  const without = { 'book.yaml': `${settings}ebook: { fonts: false }\n` };
  for (const bare of [await built(without), await built({}, { ebookFonts: 'none' })]) {
    expect([bare.found, bare.faults, fontsIn(bare.epub)]).toEqual([[], [], []]);
    expect(bare.css).not.toContain('@font-face');
    // The families are named all the same, for readers that have them; each list ends with one that all have.
    for (const [, list = ''] of bare.css.matchAll(/--face-[a-z]+: ("[^;]+);/g))
      expect(list).toMatch(/, (?:serif|sans-serif|monospace)$/);
    expect(bare.css).toContain('"Banxin Song"');
  }
  expect(fontsIn((await built(without, { ebookFonts: 'subset' })).epub)).toEqual(fontsIn(plain.epub));
});

it('a picture without words is an error at its place, and one that says it is decoration is none', async () => {
  const picture = await redAndBlue(40, 20).png().toBuffer();
  const forgotten = await built({
    'chapters/a.md': '# 一\n\n![](b.png)\n\n<img src="b.png">\n',
    'chapters/b.png': picture,
  });
  expect(forgotten.found.map(({ said }) => said)).toEqual([
    'a.md:3:5 error image-without-alt',
    'a.md:5:11 error image-without-alt',
  ]);
  const meant = await built({
    'chapters/a.md':
      '# 一\n\n![](b.png){.decorative}\n\n![](b.png){alt=""}\n\n<img src="b.png" alt="">\n\n字![](b.png){.decorative}字\n',
    'chapters/b.png': picture,
  });
  expect([meant.found, meant.faults]).toEqual([[], []]);
  const image = /<img src="[^"]+" alt="" role="presentation"\s*\/>/g;
  expect(meant.page.match(image)).toHaveLength(4);
  expect(meant.page).not.toMatch(/<figure|decorative/);
});

it('a picture that claims more pixels than a machine can hold is refused at its place, unread', async () => {
  const bomb = await claiming(60_000, 60_000);
  const { found } = await built({
    'book.yaml': `${settings}cover: bomb.png\n`,
    'bomb.png': bomb,
    'chapters/a.md': '# 一\n\n![图](b.png)\n',
    'chapters/b.png': bomb,
  });
  expect(found.map(({ said }) => said)).toEqual([
    'book.yaml:4:8 error image-too-large',
    'a.md:3:6 error image-too-large',
  ]);
  expect(found[1]?.message).toBe(
    'the image `b.png` is 60000 × 60000 pixels, more than the 120 million that a picture of a book may have',
  );
});
