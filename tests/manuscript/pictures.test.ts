import { expect, test } from 'vitest';
import { type ImageType, imageType } from '../../scripts/files/image-type.js';
import { isCutOff } from '../../scripts/manuscript/images/cut-off.js';
import { png, readChapter, readFiles } from './temporary-book.js';

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  );

const table = Array.from({ length: 6 }, () => 0);
const gifHead = bytes('GIF89a', [1, 0, 1, 0, 0x80, 0, 0], table);
const frame = bytes([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0x80], table, [2, 2, 0x3b, 1, 0]);
const gif = Buffer.concat([gifHead, bytes([0x21, 0xf9, 4, 0, 0, 0, 0x3b, 0]), frame, bytes([0x3b])]);
// A preview in the first segment has an end of its own; the data holds a stuffed 0xFF, a restart and a second scan.
const scan = [0xff, 0xda, 0, 3, 0, 1, 2, 0xff, 0, 3, 0xff, 0xd0, 4];
const preview = [0xff, 0xe1, 0, 6, 0xff, 0xd8, 0xff, 0xd9];
const jpeg = bytes([0xff, 0xd8], preview, scan, [0xff, 0xff, 0xc4, 0, 2], scan, [0xff, 0xd9]);
const webp = bytes('RIFF', [12, 0, 0, 0], 'WEBPVP8L', [0, 0, 0, 0]);

const whole: readonly [ImageType, Buffer][] = [
  ['image/png', png],
  ['image/gif', gif],
  ['image/jpeg', jpeg],
  ['image/webp', webp],
];

test.each(
  whole,
)('a picture of type %s is good when whole, whatever follows, and cut off at every byte before', (type, picture) => {
  expect(imageType(picture)).toBe(type);
  expect(isCutOff(picture, type)).toBe(false);
  expect(isCutOff(Buffer.concat([picture, Buffer.from('film')]), type)).toBe(false);
  for (let length = 13; length < picture.length; length++)
    expect([length, isCutOff(picture.subarray(0, length), type)]).toEqual([length, true]);
});

test('a picture that is cut off is an error at its line, a cover at its key', async () => {
  const settings = 'id: a\ntitle: 书\nlanguage: zh\ncover: cut.png\n';
  const cut = png.subarray(0, 40);
  const { found } = await readFiles({
    'book.yaml': settings,
    'cut.png': cut,
    'chapters/a.md': '# 一\n\n![图](t.png)\n',
    'chapters/t.png': cut,
  });
  expect(found).toEqual(['book.yaml:4:8 image-damaged', 'chapters/a.md:3:6 image-damaged']);
});

test('a paragraph that is one picture, in a link or not, is marked; a picture among words is not', async () => {
  const paragraphs = async (markdown: string) => {
    const { html } = await readChapter(`# 一\n\n${markdown}\n`);
    return [...html.matchAll(/<p( class="[^"]*")?>/g)].map(([, name]) => name ?? '');
  };
  const marked = ' class="picture"';
  expect(await paragraphs('![图](p.png)')).toEqual([marked]);
  expect(await paragraphs('[![图](p.png)](https://a.cn/)')).toEqual([marked]);
  expect(await paragraphs('> ![图](p.png)')).toEqual([marked]);
  expect(await paragraphs('<p class="x"> <img src="p.png" alt="图"> </p>')).toEqual([' class="x picture"']);
  for (const text of [
    '字![图](p.png)',
    '![图](p.png)字',
    '![图](p.png) ![图](p.png)',
    '字',
    '[字![图](p.png)](https://a.cn/)',
  ])
    expect(await paragraphs(text)).toEqual(['']);
});
