import { writeFile } from 'node:fs/promises';
import { buildInMemory, normalize } from 'banxin';

const raw = '第一章 渡口\n\n　　船还没有来。\n';
const text = await normalize({ raw });
const { value, diagnostics } = await buildInMemory({
  book: {
    id: 'ferry',
    title: '渡口',
    language: 'zh-Hans',
  },
  chapters: text.value?.chapters ?? [],
});
for (const { message } of diagnostics)
  console.error(message);
const files = Object.entries(value?.files ?? {});
for (const [name, bytes] of files)
  await writeFile(name, bytes);
