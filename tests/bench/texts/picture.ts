import { crc32, deflateSync } from 'node:zlib';
import type { Chance } from '../../../scripts/bench/chance.js';

const width = 800;
const height = 500;

/** A PNG in grey tones: waves with some grain, so that it packs about as a photograph does. */
export function picture(chance: Chance): Uint8Array {
  const [long, steep] = [chance.between(40, 160), chance.between(20, 90)];
  // A row begins with the number of its filter: none.
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const wave = Math.sin(x / long + Math.sin(y / steep) * 2);
      rows[y * (width + 1) + x + 1] = 128 + 90 * wave + chance.between(-12, 12);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits of grey, no interlacing.
  header.writeUInt8(8, 8);
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND')]);
}

function chunk(type: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
