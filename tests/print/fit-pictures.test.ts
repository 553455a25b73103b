import sharp from 'sharp';
import { expect, it } from 'vitest';
import type { Asset } from '../../scripts/model/book.js';
import { noStore } from '../../scripts/model/store.js';
import { fitPictures } from '../../scripts/print/fit-pictures.js';

/** Noise, which no format makes small. */
async function photograph(width: number, height: number, orientation = 1): Promise<Uint8Array> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const picture = sharp({ create: { width, height, channels: 3, background: '#888', noise } });
  return picture.withMetadata({ orientation }).jpeg({ quality: 80 }).toBuffer();
}

async function fitted(bytes: Uint8Array): Promise<Uint8Array> {
  const asset: Asset = { path: 'p', file: '/p', mediaType: 'image/jpeg', sha256: '' };
  const [result] = (
    await fitPictures(new Map([[asset, bytes]]), { width: 148, height: 210 }, noStore)
  ).values();
  return result ?? new Uint8Array();
}

it('a photograph has 320 pixels an inch along the longer side of the page, and stands upright', async () => {
  const bytes = await fitted(await photograph(4000, 3000, 6));
  const { width, height, orientation } = await sharp(bytes).metadata();
  expect([width, height, orientation]).toEqual([2079, 2772, undefined]);
});

it('what is no finer than the press, or light, keeps its bytes', async () => {
  const photo = await photograph(2400, 1800);
  expect(await fitted(photo)).toBe(photo);
  const light = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#888' } })
    .png({ palette: true })
    .toBuffer();
  expect(await fitted(light)).toBe(light);
});

it('what cannot be read is left for the browser to judge', async () => {
  const broken = (await photograph(4000, 3000)).slice(0, 600_000);
  expect(await fitted(broken)).toBe(broken);
});
