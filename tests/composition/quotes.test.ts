import { describe, expect, it } from 'vitest';
import { composed } from './composed.js';

const nnbsp = '\u202f';

/** By language: what is written, and what a reader sees. */
const facts: readonly (readonly [string, string, string])[] = [
  ['en', `He said, "Go." I went.`, 'He said, “Go.” I went.'],
  ['en', `"She said 'no' twice," he said.`, '“She said ‘no’ twice,” he said.'],
  ['en', `It's the dogs' bark, 'tis said in the '90s.`, 'It’s the dogs’ bark, ’tis said in the ’90s.'],
  ['en', `"*Go*," he said.`, '“Go,” he said.'],
  ['en', `He is 6'2" tall.`, `He is 6'2" tall.`],
  ['en', `"One begins.\n\n"And goes on."`, '“One begins.\n“And goes on.”'],
  ['en', 'Type `a = "b"` here.', 'Type a = "b" here.'],
  ['en', `Well--"so"--it is ("here").`, 'Well--“so”--it is (“here”).'],
  ['de', `Er sagte: "Geh 'fort' jetzt."`, 'Er sagte: „Geh ‚fort‘ jetzt.“'],
  ['fr', `Il dit "va" et l'autre part.`, `Il dit «${nnbsp}va${nnbsp}» et l’autre part.`],
  ['zh-Hans', `他说"去"。`, `他说"去"。`],
];

describe('quotation marks', () => {
  it.each(facts)('in %s: %s', async (language, written, seen) => {
    const { ebook } = await composed(written, language);
    expect(ebook.replace(/\s*\n\s*/g, '\n')).toBe(seen);
  });

  it('stay straight where the book keeps them, and are made in Chinese where it asks', async () => {
    expect((await composed(`He said, "Go."`, 'en', 'quotes: keep\n')).ebook).toBe(`He said, "Go."`);
    expect((await composed(`他说"去"。`, 'zh-Hans', 'quotes: typographic\n')).ebook).toBe('他说“去”。');
  });
});
