/** A book with all the leaves that may stand before and behind its text. */
export const leavesBook: Readonly<Record<string, string>> = {
  'book.yaml': `id: leaves
title: 江上数峰
subtitle: 唐人行旅诗札记
language: zh-Hans
authors: [沈望舒, { name: 林一苇, role: 编者 }, { name: 周子实, role: 责任编辑 }]
publisher: 青石出版社
date: 2024-05-17
identifiers: { print: 978-7-5000-0000-6 }
edition: 1
printing: 2
price: 58.00元
rights: 版权所有，侵权必究
disclaimer: 如有印装错误，请与印制部联系调换。
dedication: [献给父亲]
epigraph: { text: 曲终人不见，江上数峰青。, source: 钱起 }
contents: { depth: 2 }
colophon: ['印刷：云间印刷有限公司', '印数：3001—6000册', 本书正文用宋体排印]
cip: |
  图书在版编目（CIP）数据

  江上数峰 / 沈望舒著；林一苇编. -- 北京：青石出版社，2024.5
  ISBN 978-7-5000-0000-6

  Ⅰ. ①江… Ⅱ. ①沈… ②林… Ⅲ. ①唐诗－诗歌研究 Ⅳ. ①I207.22

  中国国家版本馆CIP数据核字（2024）第000000号
trim: b32-140x210
`,
  'chapters/00-preface.md': '---\nmatter: front\n---\n# 序\n\n写诗的人走在路上。\n',
  'chapters/10-part.md': '# 上编\n',
  'chapters/11-a.md': `# 第一章 长安西去\n\n## 灞桥\n\n${'春江潮水连海平，海上明月共潮生。\n\n'.repeat(30)}## 渭城\n\n文。\n`,
  'chapters/12-b.md': '# 第二章 江南水驿与沿途客舍的几种写法及其在宋人笔记中的回响\n\n文。\n',
  'chapters/70-notes.md': '---\nkind: endnotes\n---\n# 注释\n\n1. 见卷一。\n2. 见卷二。\n',
  'chapters/75-books.md': `---\nkind: bibliography\n---\n# 参考文献\n\n- 程千帆. 唐代进士行卷与文学. 上海：上海古籍出版社，一九八〇年八月第一版，第一次印刷.\n- 傅璇琮. 唐代诗人丛考.\n`,
  'chapters/80-index.md': `---\nkind: index\n---\n# 索引\n\n## B\n\n- 灞桥，1\n- 白居易，2\n\n## W\n\n${Array.from({ length: 120 }, (_, i) => `- 王维之${i + 1}，${i + 3}`).join('\n')}\n`,
  'chapters/90-colophon.md': '---\nkind: colophon\n---\n# 版记\n\n本书以思源宋体排印。\n',
};
