import { describe, expect, it } from 'vitest';
import { readChapter, readFiles } from './temporary-book.js';

const conflict = '<<<<<<< mine\n甲\n||||||| base\n乙\n=======\n丙\n>>>>>>> theirs\n';

describe('a chapter with a conflict', () => {
  it('is an error at the first marker of each, and nothing of it is in the book', async () => {
    const { found, diagnostics, chapter } = await readChapter(`# 一\n\n${conflict}\n丁\n\n${conflict}`);
    expect(found).toEqual(['chapters/a.md:3 conflict-marker', 'chapters/a.md:13 conflict-marker']);
    expect(diagnostics[0]?.values).toEqual({ marker: '<<<<<<<' });
    expect(chapter).toBeUndefined();
  });

  it('hides nothing of the other chapters', async () => {
    const { book, found } = await readFiles({ 'chapters/a.md': conflict, 'chapters/b.md': '# 二\n\n文。\n' });
    expect(found).toEqual(['chapters/a.md:1 conflict-marker']);
    expect(book?.chapters.map(({ title }) => title)).toEqual(['二']);
  });

  it('is one with any line ends, and with a marker that was left over', async () => {
    expect((await readChapter(`# 一\n\n${conflict}`.replaceAll('\n', '\r\n'))).found).toEqual([
      'chapters/a.md:3 conflict-marker',
    ]);
    expect((await readChapter('# 一\n\n甲\n=======\n乙\n>>>>>>> theirs\n')).found).toEqual([
      'chapters/a.md:6 conflict-marker',
    ]);
    expect((await readChapter('# 一\n\n<<<<<<<\n甲\n')).found).toEqual(['chapters/a.md:3 conflict-marker']);
  });

  it('is none where code speaks of one, the line is escaped, or it only looks alike', async () => {
    for (const text of [
      `\`\`\`\n${conflict}\`\`\`\n`,
      `~~~~ git\n${conflict}~~~\n${conflict}~~~~\n`,
      '\\<<<<<<< 甲\n',
      '<<<<<<<甲\n',
      '甲 <<<<<<< 乙\n',
      '甲\n\n>>>>>>>> 乙\n',
    ])
      expect(
        (await readChapter(`# 一\n\n${text}`)).found.filter((code) => code.includes('conflict')),
      ).toEqual([]);
  });
});
