import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EPub } from 'epub-gen-memory';
import MarkdownIt from 'markdown-it';

/** What epub-gen-memory makes by itself: `node plain-carrier.js <subject.json> <output>`. */
const [subjectFile = '', output = ''] = process.argv.slice(2);
const { folder, title, author, language, chapters } = JSON.parse(await readFile(subjectFile, 'utf8'));
const markdown = new MarkdownIt({ html: true });
const content = await Promise.all(
  chapters.map(async (name: string) => {
    const text = (await readFile(join(folder, 'chapters', name), 'utf8')).replace(
      /^---\n[\s\S]*?\n---\n/,
      '',
    );
    const heading = /^# (.+)$/m.exec(text)?.[1] ?? name;
    // It reads pictures by whole addresses alone.
    const chapter = text.replace(/\]\((?:\.\.\/)?(images\/[^)\s]+)/g, `](file://${folder}/$1`);
    markdown.validateLink = () => true;
    return { title: heading, content: markdown.render(chapter.replace(/^# .+$/m, '')) };
  }),
);
await writeFile(
  output,
  await new EPub({ title, lang: language, ...(author && { author }) }, content).genEpub(),
);
