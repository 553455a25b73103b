import sharp, { type Sharp } from 'sharp';

/** A picture that is red on its left half and blue on its right; width and height in pixels. */
export function redAndBlue(width: number, height: number): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at++)
    pixels.set(at % width < width / 2 ? [224, 32, 32] : [32, 32, 224], at * 3);
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** A photograph as a phone writes it: to be turned to the right, with its place and its maker. */
export function phonePhoto(width: number, height: number): Promise<Buffer> {
  return redAndBlue(width, height)
    .withExif({
      IFD0: { Make: 'Phone of mine' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 14/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">who is seen</x:xmpmeta>')
    .jpeg({ quality: 95 })
    .toBuffer();
}

/** Two pictures in turn, ten a second. */
export async function movingGif(width: number, height: number): Promise<Buffer> {
  const frames = [redAndBlue(width, height), redAndBlue(width, height).flop()];
  const drawn = await Promise.all(frames.map((frame) => frame.png().toBuffer()));
  return sharp(drawn, { join: { animated: true } })
    .gif({ delay: [100, 100] })
    .toBuffer();
}

/** Red, green and blue at a spot given in parts of width and height. */
export async function colourAt(bytes: Uint8Array, x: number, y: number): Promise<readonly number[]> {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
  return [...data.subarray(at, at + 3)];
}

/** The PNG of one pixel's head, saying that it is of another size: what a pixel bomb looks like. */
export async function claiming(width: number, height: number): Promise<Buffer> {
  const bytes = await redAndBlue(1, 1).png().toBuffer();
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}
