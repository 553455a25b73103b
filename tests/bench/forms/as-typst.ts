import type { Block, Text } from '../texts/text.js';
import { family, page } from './page.js';
import { writeFiles } from './write-files.js';

/** Writes a text as one Typst file, `book.typ`, with its pictures beside it. */
export async function writeTypst(text: Text, folder: string): Promise<void> {
  const chapters = text.chapters.map(({ title, blocks }) =>
    [`= ${escaped(title)}`, ...blocks.map(blockTypst)].join('\n\n'),
  );
  const typst = `${preamble(text)}\n${chapters.join('\n\n')}\n`;
  await writeFiles(folder, new Map<string, string | Uint8Array>([['book.typ', typst], ...text.pictures]));
}

function blockTypst(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return escaped(block.text) + (block.note === undefined ? '' : `#footnote[${escaped(block.note)}]`);
    case 'section':
      return `== ${escaped(block.title)}`;
    case 'figure':
      return `#figure(image("${block.picture}", width: 100%), caption: [${escaped(block.caption)}])`;
    case 'table': {
      const [head = [], ...rows] = block.rows.map((cells) => cells.map((cell) => `[${escaped(cell)}]`));
      const lines = [`table.header(${head.join(', ')})`, ...rows.map((cells) => cells.join(', '))];
      return `#table(columns: ${head.length}, stroke: none, table.hline(), ${lines.join(',\n  ')}, table.hline())`;
    }
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[!-/:-@[-`{-~]/g, '\\$&');
}

function preamble({ title, language }: Text): string {
  const region = language === 'zh-Hant' ? 'tw' : 'cn';
  return `#set document(title: "${title}")
#let head = context {
  set text(size: 8.5pt)
  if calc.even(here().page()) { "${title}" } else {
    let before = query(selector(heading.where(level: 1)).before(here()))
    if before.len() > 0 { align(right, before.last().body) }
  }
}
#let folio = context align(if calc.even(here().page()) { left } else { right }, text(size: 9pt, counter(page).display()))
#set page(width: ${page.width}mm, height: ${page.height}mm, header: head, footer: folio,
  margin: (inside: ${page.inner}mm, outside: ${page.outer}mm, top: ${page.top}mm, bottom: ${page.bottom}mm))
#set text(font: "${family}", size: ${page.size}pt, lang: "zh", region: "${region}", top-edge: 0.88em, bottom-edge: -0.12em)
#set par(justify: true, leading: ${page.line - page.size}pt, spacing: ${page.line - page.size}pt, first-line-indent: (amount: 2em, all: true))
#show heading.where(level: 1): it => {
  pagebreak(weak: true)
  block(height: ${page.openingLines * page.line - (page.line - page.size)}pt, width: 100%, inset: (top: ${3 * page.line}pt),
    align(center, text(size: ${page.titleSize}pt, weight: "black", it.body)))
}
#show heading.where(level: 2): set text(size: 11.5pt, weight: "bold")
#show footnote.entry: set text(size: 8.5pt)
#set figure(numbering: none)
#show figure.caption: set text(size: 9pt)
#set table(align: left)
#show table: set text(size: 9pt)
#align(center, pad(top: 90pt, text(size: 26pt, weight: "black")[${title}]))
#pagebreak()
#outline(title: [目录], depth: 1)
`;
}
