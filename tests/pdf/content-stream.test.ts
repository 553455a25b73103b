import { describe, expect, it } from 'vitest';
import { readOperations, writeOperations } from '../../scripts/pdf/content-stream.js';

const read = (text: string) =>
  readOperations(Buffer.from(text, 'latin1')).map(({ operands, operator }) => [...operands, operator]);

describe('a content stream', () => {
  it('is read as operations with their operands as written', () => {
    expect(read('q 1 0 0 -1.5 .5 +3 cm\n/F1 12 Tf (a\\)(b)) Tj [(A) -20 <0041>] TJ Q')).toEqual([
      ['q'],
      ['1', '0', '0', '-1.5', '.5', '+3', 'cm'],
      ['/F1', '12', 'Tf'],
      ['(a\\)(b))', 'Tj'],
      ['[(A) -20 <0041>]', 'TJ'],
      ['Q'],
    ]);
  });

  it('may hold dictionaries, names beside each other, comments and quotes as operators', () => {
    expect(read('/P<</MCID 3/Lang(en) /A [<</B true>>]>>BDC % (no\n0 g(x)\' 1 2(y)" EMC')).toEqual([
      ['/P', '<</MCID 3/Lang(en) /A [<</B true>>]>>', 'BDC'],
      ['0', 'g'],
      ['(x)', "'"],
      ['1', '2', '(y)', '"'],
      ['EMC'],
    ]);
  });

  it('may hold an inline image, whose data may look like an operator', () => {
    const text = 'q BI /W 1 /H 1 ID \u00ffEI\u0001 EIx EI Q';
    expect(read(text)).toEqual([['q'], ['BI /W 1 /H 1 ID \u00ffEI\u0001 EIx EI', 'BI'], ['Q']]);
  });

  it('is written so that it reads the same', () => {
    const text = 'q\n/P <</MCID 0>> BDC\nBT\n[(a) 3] TJ\nET\nEMC\nBI /W 1 ID \u0080 EI\nQ\n';
    const operations = readOperations(Buffer.from(text, 'latin1'));
    expect(Buffer.from(writeOperations(operations)).toString('latin1')).toBe(text);
    expect(operations.map(({ start, end }) => text.slice(start, end))[1]).toBe('/P <</MCID 0>> BDC');
  });

  it('that ends in the middle of an operation gives what is whole', () => {
    expect(read('q 1 0 0 (abc')).toEqual([['q']]);
  });
});
