import { createHash } from 'node:crypto';
import JSZip from 'jszip';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { checkEpubContainer } from '../../scripts/check/epub-container.js';
import { checkEpubJava } from '../../scripts/check/epubcheck-java.js';
import { checkEpubLight } from '../../scripts/check/epubcheck-light.js';
import { makeEpub } from '../../scripts/ebook/make-epub.js';
import { fitPicture } from '../../scripts/ebook/pictures/fit-picture.js';
import { noStore, type Store } from '../../scripts/model/store.js';
import { colourAt, movingGif, phonePhoto, redAndBlue } from './drawn-pictures.js';
import { assetOf, bookOf, inputOf, songOf } from './sample-books.js';

const red = [224, 32, 32];
const blue = [32, 32, 224];

async function fitted(bytes: Uint8Array) {
  const picture = await fitPicture(bytes, noStore);
  if (!picture) throw new Error('this is no picture');
  return { ...picture, head: await sharp(picture.bytes).metadata() };
}

/** JPEG and other spaces of colour do not keep a colour to the last figure. */
function near(colour: readonly number[], wanted: readonly number[], most = 12): boolean {
  return colour.every((part, index) => Math.abs(part - (wanted[index] ?? 0)) <= most);
}

describe('a picture in an e-book', () => {
  it('stands upright as its EXIF says, and tells nothing of place, camera and people', async () => {
    const photo = await phonePhoto(400, 200);
    for (const secret of ['Phone of mine', 'who is seen', 'Exif']) expect(photo.includes(secret)).toBe(true);
    const { bytes, type, head } = await fitted(photo);
    expect([type.extension, head.width, head.height, head.orientation]).toEqual(['jpg', 200, 400, undefined]);
    // Left is turned to the top.
    expect(near(await colourAt(bytes, 0.5, 0.25), red)).toBe(true);
    expect(near(await colourAt(bytes, 0.5, 0.75), blue)).toBe(true);
    for (const secret of ['Phone of mine', 'who is seen', 'Exif'])
      expect(Buffer.from(bytes).includes(secret)).toBe(false);
    expect([head.exif, head.xmp, head.icc]).toEqual([undefined, undefined, undefined]);
  });

  it.each([
    ['a JPEG', (picture: Sharp) => picture.jpeg({ quality: 90 })],
    ['a PNG', (picture: Sharp) => picture.png()],
  ] as const)('keeps each pixel of %s that needs no turning, and loses its metadata', async (_, write) => {
    const bare = await write(redAndBlue(60, 40)).toBuffer();
    const told = await write(
      redAndBlue(60, 40)
        .withExif({ IFD0: { Make: 'Phone of mine' } })
        .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">who is seen</x:xmpmeta>'),
    ).toBuffer();
    const { bytes } = await fitted(Buffer.concat([told, Buffer.from('a film behind the picture')]));
    for (const secret of ['Phone of mine', 'who is seen', 'a film'])
      expect(Buffer.from(bytes).includes(secret)).toBe(false);
    expect(await sharp(bytes).raw().toBuffer()).toEqual(await sharp(bare).raw().toBuffer());
  });

  it('has 3.5 million pixels at most, in the shape it had', async () => {
    const { bytes, head } = await fitted(await redAndBlue(6000, 4000).jpeg().toBuffer());
    expect([head.width, head.height]).toEqual([2291, 1527]);
    expect(bytes.length).toBeLessThan(1_000_000);
    expect(near(await colourAt(bytes, 0.25, 0.5), red)).toBe(true);
  });

  it('is never made larger, and keeps its bytes where nothing is to be done', async () => {
    for (const bytes of [
      await redAndBlue(30, 20).jpeg().toBuffer(),
      await redAndBlue(30, 20).png({ palette: true }).toBuffer(),
      await redAndBlue(2000, 1750).png().toBuffer(),
      await redAndBlue(30, 20).withIccProfile('srgb').jpeg().toBuffer(),
      await movingGif(30, 20),
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="9000"/>'),
    ])
      expect(Buffer.from((await fitted(bytes)).bytes).equals(bytes)).toBe(true);
  });

  it('made for the press (CMYK) or for wide screens (P3) shows its colours in sRGB', async () => {
    const forPress = await redAndBlue(400, 200).toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer();
    expect((await sharp(forPress).metadata()).space).toBe('cmyk');
    const press = await fitted(forPress);
    expect([press.head.space, press.head.channels, press.head.icc]).toEqual(['srgb', 3, undefined]);
    // Inks reach less blue than screens.
    const [left, right] = [await colourAt(press.bytes, 0.25, 0.5), await colourAt(press.bytes, 0.75, 0.5)];
    expect(near(left, red, 40)).toBe(true);
    expect(near(right, [32, 57, 137], 30)).toBe(true);
    const wide = await fitted(await redAndBlue(400, 200).withIccProfile('p3').png().toBuffer());
    expect(wide.head.icc).toBeUndefined();
    expect(near(await colourAt(wide.bytes, 0.25, 0.5), red, 3)).toBe(true);
  });

  it('stays grey where it is grey, and light where its colours are few', async () => {
    const grey = redAndBlue(3000, 2000).toColourspace('b-w');
    expect((await fitted(await grey.clone().jpeg().toBuffer())).head.channels).toBe(1);
    const drawing = await redAndBlue(3000, 2000).png({ palette: true }).toBuffer();
    const { head, bytes } = await fitted(drawing);
    expect([head.width, head.isPalette]).toEqual([2291, true]);
    expect(bytes.length).toBeLessThan(20_000);
  });

  it('that is WebP becomes JPEG, or PNG where it can be seen through or was coded without loss', async () => {
    const kinds = [
      redAndBlue(400, 200).webp(),
      redAndBlue(400, 200).ensureAlpha(1).webp(),
      redAndBlue(400, 200).ensureAlpha(0.5).webp(),
      redAndBlue(400, 200).webp({ lossless: true }),
    ];
    const made = await Promise.all(kinds.map(async (kind) => fitted(await kind.toBuffer())));
    expect(made.map(({ type }) => type.extension)).toEqual(['jpg', 'jpg', 'png', 'png']);
    expect(made[2]?.head.hasAlpha).toBe(true);
  });

  it('that moves goes on moving, one that stands still is PNG', async () => {
    const still = await fitted(await redAndBlue(40, 20).gif().toBuffer());
    expect(still.type.mediaType).toBe('image/png');
    expect(await colourAt(still.bytes, 0.25, 0.5)).toEqual(red);
    const moving = await fitted(await movingGif(3000, 2000));
    expect([moving.type.extension, moving.head.pages, moving.head.delay, moving.head.width]).toEqual([
      'gif',
      2,
      [100, 100],
      2291,
    ]);
  });

  it('is made once: the next build takes it from the store, with the same bytes', async () => {
    const kept = new Map<string, Uint8Array>();
    let asked = 0;
    const store: Store = {
      get: async (key) => {
        asked += 1;
        return kept.get(key);
      },
      put: async (key, bytes) => {
        kept.set(key, bytes);
      },
    };
    const photo = await phonePhoto(3000, 2000);
    const first = await fitPicture(photo, store);
    const second = await fitPicture(photo, store);
    expect([asked, kept.size]).toEqual([2, 1]);
    expect(second?.bytes).toBe(kept.values().next().value);
    expect(Buffer.from(first?.bytes ?? []).equals(second?.bytes ?? Buffer.of(1))).toBe(true);
    const anew = await fitPicture(photo, noStore);
    expect(Buffer.from(anew?.bytes ?? []).equals(first?.bytes ?? Buffer.of(1))).toBe(true);
  });
});

describe('a book with pictures', () => {
  const shown = (...images: string[]) =>
    `<h1 id="c1-t">图</h1>${images.map((image) => `<p>${image}</p>`).join('')}`;
  const filesOf = async (bytes: Uint8Array) => (await JSZip.loadAsync(bytes)).files;

  async function album(): Promise<Readonly<Record<string, Uint8Array>>> {
    return {
      'turned.jpg': await phonePhoto(400, 200),
      'photo.jpg': await redAndBlue(6000, 4000).jpeg().toBuffer(),
      'same photo.jpg': await redAndBlue(6000, 4000).jpeg().toBuffer(),
      'press.jpg': await redAndBlue(400, 200).toColourspace('cmyk').jpeg().toBuffer(),
      'clear.webp': await redAndBlue(400, 200).ensureAlpha(0.5).webp().toBuffer(),
      'moving.gif': await movingGif(40, 20),
      'still.gif': await redAndBlue(40, 20).gif().toBuffer(),
      'drawing.svg': Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M0 0h9v9z"/></svg>',
      ),
    };
  }

  it('passes every check, carries equal pictures once and each as what it is, and is the same twice', async () => {
    const files = await album();
    const assets = Object.entries(files).map(([path, bytes]) => assetOf(path, bytes));
    const html = shown(...assets.map(({ path }) => `<img src="${path}" alt="红与蓝">`));
    const input = {
      ...inputOf(bookOf([{ id: 'c1', html }], {}, assets), files),
      fonts: [await songOf('图')],
    };
    const { value: epub, diagnostics } = await makeEpub(input);
    expect(diagnostics).toEqual([]);
    if (!epub) throw new Error('no EPUB was made');
    for (const check of [checkEpubContainer, checkEpubLight, checkEpubJava]) {
      const result = await check({ epub: epub.bytes, book: input.book });
      expect([result.status, result.diagnostics]).toEqual(['passed', []]);
    }
    const names = Object.keys(await filesOf(epub.bytes)).filter((name) => name.includes('images/'));
    const kinds = names.map((name) => name.split('.').at(-1)).toSorted();
    // The cover, and seven of the eight pictures.
    expect(kinds).toEqual(['gif', 'jpg', 'jpg', 'jpg', 'png', 'png', 'png', 'svg']);
    const again = await makeEpub(input);
    expect(hash(again.value?.bytes)).toBe(hash(epub.bytes));
  });

  it('hides mere decoration from those who listen, and asks for no words for it', async () => {
    const files = { 'rule.png': await redAndBlue(40, 4).png().toBuffer() };
    const assets = [assetOf('rule.png', files['rule.png'])];
    const made = async (image: string) => {
      const { value } = await makeEpub(
        inputOf(bookOf([{ id: 'c1', html: shown(image) }], {}, assets), files),
      );
      const zip = await filesOf(value?.bytes ?? new Uint8Array());
      const read = (name: string) => zip[`OEBPS/${name}`]?.async('string') ?? '';
      return { page: await read('text/c001.xhtml'), opf: await read('content.opf') };
    };
    const decoration = await made('<img src="rule.png" alt="">');
    expect(decoration.page).toMatch(/<img src="[^"]+" alt="" role="presentation"\s*\/>/);
    expect(decoration.opf).not.toContain('visual');
    const picture = await made('<img src="rule.png" alt="一条线">');
    expect(picture.page).not.toContain('presentation');
    expect(picture.opf).toContain('<meta property="schema:accessMode">visual</meta>');
    expect(picture.opf).toContain('alternativeText');
  });

  it('with a picture that no decoder reads is not made, and the first place that shows it is told', async () => {
    const spoiled = (await redAndBlue(3000, 2000).png().toBuffer()).fill(0, 60, 400);
    const assets = [assetOf('a.png', spoiled)];
    const html = `<h1 id="c1-t">图</h1>\n\n<p><img src="a.png" alt="图"></p>`;
    const { value, diagnostics } = await makeEpub(
      inputOf(bookOf([{ id: 'c1', html }], {}, assets), { 'a.png': spoiled }),
    );
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code, place }) => [code, place])).toEqual([
      ['ebook-picture-damaged', { file: 'chapters/c1.md', line: 3 }],
    ]);
  });
});

function hash(bytes: Uint8Array | undefined): string {
  return createHash('sha256')
    .update(bytes ?? '')
    .digest('hex');
}
