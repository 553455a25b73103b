import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Writes a book folder from texts by path and gives its place; the system clears temporary folders. */
export async function makeBook(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'banxin-test-'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

/** A small book with most of what a manuscript may hold. */
export const richBook: Readonly<Record<string, string>> = {
  'book.yaml': [
    'id: rich',
    'title: 样书',
    'subtitle: 各种版式',
    'language: zh-Hans',
    'authors:',
    '  - name: 某某',
    '  - { name: 译者甲, role: 译者 }',
    'date: 2024-05-17',
    'trim: b32-140x210',
    '',
  ].join('\n'),
  'chapters/00-preface.md': '---\nmatter: front\n---\n# 前言\n\n写在前面的话。\n',
  'chapters/01-lists.md': `# 列表与表格

第一段，有*着重*、**加粗**和\`代码\`，还有脚注[^1]与另一条[^b]。

1. 甲
2. 乙
   - 丙
   - 1.5公里

     列表里的第二段。
3. 丁

| 项目 | 数量 |
|---|---|
| 苹果 | 12 |
| 梨 | 3.5 |

***

> 引文一段，楷体。
>
> 第二段。

[^1]: 注一的文字。
[^b]: 注二，1. 有编号。
`,
  'chapters/02-long.md': `# 一个很长的章题，要在书眉里断开，因为它放不下一行

::: kicker
引题在前——
:::

## 虹口区 党员先行

${Array.from({ length: 40 }, (_, index) => `第${index + 1}段。春江潮水连海平，海上明月共潮生。滟滟随波千万里，何处春江无月明！`).join('\n\n')}

<ruby>漢<rt>かん</rt></ruby>字注音，H<sub>2</sub>O。

::: verse
床前明月光，\\
疑是地上霜。
:::

::: signoff
某市委员会\\
2024年5月17日
:::
`,
  'chapters/03-hard.md': `# 标题*强调*<ruby>字<rt>じ</rt></ruby>

${'かな<ruby>仮名<rt>かな</rt></ruby>かなかん<ruby>漢<rt>かん</rt></ruby>じ'.repeat(60)}

两种波纹～与〜，两个金：金与⾦，破折号——与―。

一个很长的词${'abcdefghij'.repeat(400)}到此为止。

\`\`\`
${'const value = [1,2,3];'.repeat(90).replaceAll(' ', '')}
\`\`\`

::: verse
${Array.from({ length: 60 }, (_, index) => `诗行之${index}，月明星稀，乌鹊南飞，绕树三匝，何枝可依？`).join('\\\n')}
:::
`,
};
