import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decode } from '../../scripts/normalize/encoding/decode.js';
import { normalizeText } from '../../scripts/normalize/normalize-text.js';

const folder = join(import.meta.dirname, '../fixtures/normalize/encodings');
const analects = '子曰：“学而时习之，不亦说乎？';
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const codes = (outcome: { diagnostics: readonly { code: string }[] }): readonly string[] =>
  outcome.diagnostics.map(({ code }) => code);

describe('the encoding of a raw text', () => {
  it.each([
    ['gb18030', analects],
    ['big5', '子曰：「學而時習之，不亦說乎？'],
    ['shift_jis', '　吾輩は猫である。名前はまだ無い。'],
    ['euc-jp', '　吾輩は猫である。名前はまだ無い。'],
    ['windows-1252', 'Longtemps, je me suis couché de bonne heure.'],
    ['utf-16le', analects],
    ['utf-16be', analects],
  ])('is found to be %s from a few lines without any mark', async (encoding, start) => {
    const { value } = decode('raw.txt', await readFile(join(folder, `${encoding}.txt`)));
    expect(value?.encoding).toBe(encoding);
    expect(value?.text.startsWith(start)).toBe(true);
  });

  it('is read from a byte order mark, which is no part of the text', () => {
    expect(decode('raw.txt', utf8('\ufeff版心')).value).toEqual({ encoding: 'utf-8', text: '版心' });
    expect(decode('raw.txt', Uint8Array.from([0xfe, 0xff, 0x72, 0x48, 0x5f, 0xc3])).value).toEqual({
      encoding: 'utf-16be',
      text: '版心',
    });
  });

  it('is what the editor says, where the editor says one', async () => {
    const bytes = await readFile(join(folder, 'shift_jis.txt'));
    expect(decode('raw.txt', bytes, 'Shift_JIS').value?.encoding).toBe('shift_jis');
    expect(codes(decode('raw.txt', bytes, 'shift-jys'))).toEqual(['encoding-unknown']);
  });
});

describe('a file that holds no readable text', () => {
  it.each([
    ['an empty file', new Uint8Array(), 'text-empty'],
    ['a file of blanks', utf8(' \n\u3000\n'), 'text-empty'],
    ['a PDF', utf8('%PDF-1.7\n…'), 'file-is-binary'],
    ['a DOCX', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]), 'file-is-binary'],
    ['a program', Uint8Array.from({ length: 400 }, (_, i) => (i * 37) % 256), 'file-is-binary'],
  ])('%s is refused with one clear error', (_, bytes, code) => {
    expect(codes(decode('raw.txt', bytes))).toEqual([code]);
    expect(decode('raw.txt', bytes).value).toBeUndefined();
  });

  it('a text in another encoding than the editor says is refused', async () => {
    const bytes = await readFile(join(folder, 'gb18030.txt'));
    expect(codes(decode('raw.txt', bytes, 'utf-8'))).toEqual(['text-undecodable']);
  });
});

describe('a character that cannot be read', () => {
  it('is kept and reported at its place', () => {
    const good = utf8('子曰：巧言令色，鲜矣仁。\n'.repeat(20));
    const bytes = Uint8Array.from([...good, ...utf8('有朋'), 0xff, ...utf8('自远方来。\ue000')]);
    const { value, diagnostics } = normalizeText([{ name: 'raw.txt', bytes }]);
    expect(value?.chapters[0]?.markdown).toContain('有朋\ufffd自远方来。\ue000');
    const found = diagnostics.filter(({ code }) => code.startsWith('character-'));
    expect(found.map(({ code, place }) => [code, place?.line, place?.column])).toEqual([
      ['character-undecodable', 21, 3],
      ['character-private-use', 21, 9],
    ]);
  });
});
