import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textOf } from '../../scripts/model/text-of.js';
import { plainSettings, readChapter } from './temporary-book.js';

/** The visible characters of a chapter's tree, without what the parser adds: note numbers and arrows. */
async function shown(markdown: string): Promise<{ text: string; lost: boolean }> {
  const { book, diagnostics } = await readChapter(markdown, plainSettings);
  const lost = diagnostics.some(({ severity }) => severity !== 'info');
  if (!book) return { text: '', lost: true };
  const withoutAdded = book.chapters.map(({ tree }) =>
    JSON.parse(JSON.stringify(tree), (_key, value) =>
      value?.properties?.role === 'doc-noteref' || value?.properties?.role === 'doc-backlink'
        ? { type: 'text', value: '' }
        : value,
    ),
  );
  return { text: bare(withoutAdded.map((tree) => textOf(tree)).join('')), lost };
}

function bare(text: string): string {
  return [...text].filter((character) => /[\p{L}\p{N}]/u.test(character)).join('');
}

/** Takes Markdown's marks off with regular expressions that know nothing of the parser. */
function stripped(markdown: string): string {
  const notes: string[] = [];
  const text = markdown
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^\[\^[^\]]+\]: (.*(?:\n+ {4}.*)*)/gm, (_, note: string) => {
      notes.push(note);
      return '';
    })
    .replace(/\[\^[^\]]+\]/g, '')
    .replace(/^:::+.*$/gm, '')
    .replace(/^```.*$/gm, '')
    .replace(/^(\s*)\d+\. /gm, '$1')
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<\/?[a-z][^>]*>/g, '');
  return bare([text, ...notes].join('\n'));
}

/** Where two long texts part, with a few letters of each. */
function firstDifference(one: string, two: string): string {
  const at = [...one].findIndex((character, i) => character !== two[i]);
  if (one === two) return '';
  const from = at < 0 ? one.length : at;
  return `${one.slice(from, from + 20)} ≠ ${two.slice(from, from + 20)}`;
}

const documents: Record<string, string> = {
  news: '---\nshort-title: 短\n---\n::: kicker\n引题\n:::\n\n# 主标题 两段\n\n::: subtitle\n副题\n:::\n\n据新华社**电**，他说：\n“真。”\n\n1. 甲\n2. 乙\n   - 丙\n\n::: signoff\n记者\\\n某某\n:::\n',
  notes: '# 一\n\n甲[^a]乙[^b]\n\n[^a]: 注*一*\n[^b]: 注二\n\n> 引[文](#一)\n',
  html: '# 一\n\n<ruby>汉<rt>han</rt></ruby>\n\n<div class="x">\n\n| 甲 | 乙 |\n|---|---|\n| **丙** | 丁 |\n\n</div>\n\n<!-- 不见 -->\n\n```js\nconst a = 1;\n```\n',
};

test.each(
  Object.entries(documents),
)('no letter is lost, added or moved in a document of the kind %s', async (_name, markdown) => {
  const { text, lost } = await shown(markdown);
  expect(lost).toBe(false);
  expect(text).toBe(stripped(markdown));
});

const word = fc.stringMatching(/^[天地玄黄宇宙洪荒日月，。“”、abc12]{1,8}$/);
const inline = fc.oneof(
  word,
  word.map((text) => `**${text}**`),
  word.map((text) => `*${text}*`),
  word.map((text) => `<b class="x">${text}</b>`),
  word.map((text) => `[${text}](http://a.cn)`),
  word.map((text) => `\`${text}\``),
);
const line = fc.array(inline, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''));
const paragraph = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
const block = fc.oneof(
  paragraph,
  paragraph.map((text) => `> ${text.replaceAll('\n', '\n> ')}`),
  fc.array(line, { minLength: 1, maxLength: 3 }).map((items) => items.map((item) => `- ${item}`).join('\n')),
  paragraph.map((text) => `::: verse\n${text}\n:::`),
  paragraph.map((text) => `<div>\n\n${text}\n\n</div>`),
  line.map((text) => `## ${text}`),
  fc.tuple(line, line).map(([a, b]) => `| ${a} | ${b} |\n|---|---|\n| ${b} | ${a} |`),
);

test('no letter is lost, added or moved in documents made at random', async () => {
  const document = fc
    .array(block, { minLength: 1, maxLength: 8 })
    .map((blocks) => `# 题\n\n${blocks.join('\n\n')}\n`);
  await fc.assert(
    fc.asyncProperty(document, async (markdown) => {
      expect((await shown(markdown)).text).toBe(stripped(markdown));
    }),
    { numRuns: 150 },
  );
});

test('no text at all makes the parser fail, and plain letters never vanish without a word', async () => {
  const noise = fc.array(
    fc.constantFrom(
      '天',
      'a',
      '\n',
      '\n\n',
      ' ',
      '    ',
      '*',
      '**',
      '_',
      '[',
      ']',
      '(',
      ')',
      '[^1]',
      '[^1]: ',
      '# ',
      '> ',
      '- ',
      '1. ',
      ':::',
      '::: a\n',
      '<b>',
      '</b>',
      '<div>',
      '</div>',
      '<p>',
      '<td>',
      '<!--',
      '<script>',
      '</script>',
      '`',
      '```',
      '|',
      '|-|',
      '\\',
      '&lt;',
      '![',
      '---\n',
      '<a href="#x" id=x>',
      '</a>',
    ),
    { maxLength: 40 },
  );
  await fc.assert(
    fc.asyncProperty(noise, async (parts) => {
      // `<!-- … <!-->` is a whole comment, and comments are meant to vanish.
      fc.pre(!/<!--[\s\S]*<!-->/.test(parts.join('')));
      const { text, lost } = await shown(`# 题\n\n${parts.join('')}\n`);
      const letters = parts.filter((part) => part === '天').length;
      if (!lost) expect([...text].filter((character) => character === '天')).toHaveLength(letters);
    }),
    { numRuns: Number(process.env.NOISE_RUNS ?? 400) },
  );
});

const mobyDick = join(import.meta.dirname, '../../../shared/manuscripts/moby-dick/chapters');
const isThere = existsSync(mobyDick);
test.skipIf(!isThere)(
  `no letter of Moby-Dick is lost${isThere ? '' : ' (skipped: ../shared is not there)'}`,
  async () => {
    const names = readdirSync(mobyDick).filter((name, i) => name.endsWith('.md') && i % 10 === 4);
    for (const name of names) {
      const markdown = readFileSync(join(mobyDick, name), 'utf8');
      expect(firstDifference((await shown(markdown)).text, stripped(markdown))).toBe('');
    }
  },
);
