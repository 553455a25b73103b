import type { Messages } from '../message.js';

export const pdfCheckMessages = {
  'check-subject-unknown': {
    severity: 'error',
    en: { message: '`{path}` is neither a PDF, an EPUB nor a book folder', hint: 'name one of these' },
    'zh-CN': { message: '`{path}` 不是 PDF、EPUB，也不是书稿文件夹', hint: '请指定这三者之一' },
  },
  'composition-changed-text': {
    severity: 'error',
    en: {
      message: 'the text as it is set has “{replacement}” where the manuscript has “{text}”',
      hint: 'this is a fault of Banxin; `quotes: keep` in book.yaml leaves the marks as they are',
    },
    'zh-CN': {
      message: '排版文字把书稿的“{text}”变成了“{replacement}”',
      hint: '这是 Banxin 的错误；可在 book.yaml 中设 `quotes: keep`，保留原有引号',
    },
  },
  'pdf-contents-entry': {
    severity: 'error',
    en: {
      message: 'the contents page should say “{title}” and page {page}; it does not',
      hint: 'look at the contents page in proof.html; a template or style sheet of the book may have changed it',
    },
    'zh-CN': {
      message: '目录应列出“{title}”和页码 {page}，但没有',
      hint: '请在 proof.html 中查看目录；可能是书中自带的模板或样式改动了目录',
    },
  },
  'pdf-font-not-embedded': {
    severity: 'error',
    en: {
      message: 'the font `{font}` is not embedded',
      hint: 'a printer would replace it; use a theme whose fonts come from packages',
    },
    'zh-CN': { message: '字体 `{font}` 没有嵌入', hint: '印刷时会被替换；请使用字体随包提供的主题' },
  },
  'pdf-font-type3': {
    severity: 'error',
    en: {
      message: 'the font `{font}` is of Type 3, which printers refuse',
      hint: 'use a static TrueType font; a character may have come from a font of the system',
    },
    'zh-CN': {
      message: '字体 `{font}` 是 Type 3，印厂不接受',
      hint: '请用静态 TrueType 字体；可能有字符用了系统字体',
    },
  },
  'pdf-font-without-unicode': {
    severity: 'error',
    en: {
      message: 'text in the font `{font}` cannot be copied or searched: it has no Unicode map',
      hint: 'use a static TrueType font',
    },
    'zh-CN': {
      message: '字体 `{font}` 没有 Unicode 映射，文字无法复制和搜索',
      hint: '请用静态 TrueType 字体',
    },
  },
  'pdf-language-missing': {
    severity: 'error',
    en: {
      message: 'the PDF does not say its language',
      hint: 'build it again with the pinned browser (`banxin doctor`)',
    },
    'zh-CN': { message: 'PDF 没有标明语言', hint: '请用固定版本的浏览器重新构建（`banxin doctor`）' },
  },
  'pdf-link-broken': {
    severity: 'error',
    en: {
      message: 'a link leads to `{target}`, which is not in the PDF',
      hint: 'correct the link in the manuscript',
    },
    'zh-CN': { message: '有链接指向 PDF 中不存在的 `{target}`', hint: '请在书稿中更正这个链接' },
  },
  'pdf-outline-missing': {
    severity: 'error',
    en: {
      message: 'the PDF has no outline',
      hint: 'build it again with the pinned browser (`banxin doctor`)',
    },
    'zh-CN': { message: 'PDF 没有书签', hint: '请用固定版本的浏览器重新构建（`banxin doctor`）' },
  },
  'pdf-tags-missing': {
    severity: 'error',
    en: {
      message: 'the PDF has no tags, which screen readers need',
      hint: 'build it again with the pinned browser (`banxin doctor`)',
    },
    'zh-CN': {
      message: 'PDF 没有标签，读屏软件无法识别结构',
      hint: '请用固定版本的浏览器重新构建（`banxin doctor`）',
    },
  },
  'pdf-text-added': {
    severity: 'error',
    en: {
      message: 'page {page} of the PDF has “{text}”, which the manuscript has not here',
      hint: 'the same text may have been printed twice; look at the page in proof.html and report it',
    },
    'zh-CN': {
      message: 'PDF 第 {page} 页多出“{text}”，书稿此处没有',
      hint: '可能重复印出了同一段文字；请在 proof.html 中查看该页并反馈',
    },
  },
  'pdf-text-changed': {
    severity: 'error',
    en: {
      message: 'page {page} of the PDF has “{replacement}” where the manuscript has “{text}”',
      hint: 'a font may map a character wrongly; look at the page in proof.html',
    },
    'zh-CN': {
      message: 'PDF 第 {page} 页把书稿的“{text}”印成了“{replacement}”',
      hint: '可能是字体的字符映射有误；请在 proof.html 中查看该页',
    },
  },
  'pdf-text-lost': {
    severity: 'error',
    en: {
      message: '“{text}” is missing from the PDF; it should stand on page {page}',
      hint: 'look for a table, picture or word larger than the page near this place',
    },
    'zh-CN': {
      message: 'PDF 缺少“{text}”，应在第 {page} 页',
      hint: '请检查此处附近是否有超出页面的表格、图片或长词',
    },
  },
  'pdf-text-moved': {
    severity: 'error',
    en: {
      message: '“{text}” stands out of its order, on page {page} of the PDF',
      hint: 'look at the page in proof.html; a style sheet may move this block',
    },
    'zh-CN': {
      message: '“{text}”在 PDF 中的次序不对，出现在第 {page} 页',
      hint: '请在 proof.html 中查看该页；可能是样式表移动了这段内容',
    },
  },
  'pdf-title-missing': {
    severity: 'error',
    en: {
      message: 'the PDF does not say its title',
      hint: 'build it again with the pinned browser (`banxin doctor`)',
    },
    'zh-CN': { message: 'PDF 没有标明书名', hint: '请用固定版本的浏览器重新构建（`banxin doctor`）' },
  },
  'pdf-trim-size': {
    severity: 'error',
    en: {
      message: 'a page is {found} mm, the trim size is {expected} mm',
      hint: 'look for an @page size in the book’s own style sheets',
    },
    'zh-CN': {
      message: '有页面尺寸为 {found} mm，开本应为 {expected} mm',
      hint: '请检查本书自带样式表中的 @page size',
    },
  },
  'pdf-unreadable': {
    severity: 'error',
    en: { message: '`{file}` is not a PDF that can be read', hint: 'build it again' },
    'zh-CN': { message: '`{file}` 不是 PDF，或已损坏而无法读取', hint: '请重新构建' },
  },
} as const satisfies Messages;
