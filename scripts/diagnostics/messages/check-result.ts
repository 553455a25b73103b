import type { Messages } from '../message.js';

/** What each check is called (`check-` and its name), and in a few words what it found. */
export const checkResultMessages = {
  'check-composition': {
    severity: 'info',
    en: { message: 'Text as it is set: the manuscript but for quotation marks and divided words' },
    'zh-CN': { message: '排版文字：除引号与断词外，与书稿逐字相同' },
  },
  'check-epub-ace': {
    severity: 'info',
    en: { message: 'EPUB: accessibility (DAISY Ace)' },
    'zh-CN': { message: 'EPUB：无障碍（DAISY Ace）' },
  },
  'check-epub-container': {
    severity: 'info',
    en: { message: 'EPUB: container' },
    'zh-CN': { message: 'EPUB：包内文件' },
  },
  'check-epub-text': {
    severity: 'info',
    en: { message: 'EPUB: every character of the manuscript, once and in order' },
    'zh-CN': { message: 'EPUB：与书稿逐字核对' },
  },
  'check-epubcheck-java': {
    severity: 'info',
    en: { message: 'EPUB: EPUBCheck {version}' },
    'zh-CN': { message: 'EPUB：EPUBCheck {version}' },
  },
  'check-epubcheck-light': {
    severity: 'info',
    en: { message: 'EPUB: epubcheck-ts' },
    'zh-CN': { message: 'EPUB：epubcheck-ts' },
  },
  'check-layout': {
    severity: 'info',
    en: { message: 'Pages: all text once, in order, in the type area and seen' },
    'zh-CN': { message: '版面：文字不漏、不重、不乱、不出版心、不被遮住' },
  },
  'check-manuscript': {
    severity: 'info',
    en: { message: 'manuscript: book.yaml, chapters, pictures, links, theme, trim size' },
    'zh-CN': { message: '书稿：book.yaml、章节、图片、链接、主题、开本' },
  },
  'check-normalization': {
    severity: 'info',
    en: { message: 'normalization: source − edits = chapters' },
    'zh-CN': { message: '整理：由原稿和改动记录可还原各章' },
  },
  'check-own': {
    severity: 'info',
    en: { message: 'Own check {name}{about}' },
    'zh-CN': { message: '自定检查 {name}{about}' },
  },
  'check-pdf-contents': {
    severity: 'info',
    en: { message: 'PDF: contents page' },
    'zh-CN': { message: 'PDF：目录' },
  },
  'check-pdf-destination': {
    severity: 'info',
    en: { message: 'PDF for {destination}: boxes, number of pages, margins' },
    'zh-CN': { message: '送 {destination} 的 PDF：页框、页数、页边' },
  },
  'check-pdf-order': {
    severity: 'info',
    en: { message: 'PDF: the order of reading is that of the manuscript, character by character' },
    'zh-CN': { message: 'PDF：朗读顺序与书稿逐字核对' },
  },
  'check-pdf-press': {
    severity: 'info',
    en: { message: 'Press PDF: boxes, inks, pictures, fonts, what PDF/X asks for' },
    'zh-CN': { message: '印刷 PDF：页框、油墨、图片、字体和 PDF/X 的要求' },
  },
  'check-pdf-structure': {
    severity: 'info',
    en: { message: 'PDF: fonts, tags, outline, links, trim size' },
    'zh-CN': { message: 'PDF：字体、标签、书签、链接、开本' },
  },
  'check-pdf-text': {
    severity: 'info',
    en: { message: 'PDF: every character of the manuscript, once and in order' },
    'zh-CN': { message: 'PDF：与书稿逐字核对' },
  },
  'check-pdf-ua': {
    severity: 'info',
    en: { message: 'PDF: rules of PDF/UA-1 that a program can check' },
    'zh-CN': { message: 'PDF：程序可查的 PDF/UA-1 规则' },
  },
  'check-verapdf': {
    severity: 'info',
    en: { message: 'PDF: PDF/UA-1 (veraPDF)' },
    'zh-CN': { message: 'PDF：PDF/UA-1（veraPDF）' },
  },
  'figures-of-checker': {
    severity: 'info',
    en: { message: 'errors: {errors}, warnings: {warnings}' },
    'zh-CN': { message: '{errors} 个错误，{warnings} 个警告' },
  },
  'figures-of-composition': {
    severity: 'info',
    en: { message: 'quotation marks: {marks}, places where a word may be divided: {hyphens}' },
    'zh-CN': { message: '引号 {marks} 个，可断词处 {hyphens} 个' },
  },
  'figures-of-container': {
    severity: 'info',
    en: { message: 'files: {files}, findings: {findings}' },
    'zh-CN': { message: '{files} 个文件，{findings} 个问题' },
  },
  'figures-of-contents': {
    severity: 'info',
    en: { message: 'chapters listed: {listed} of {chapters}, with the pages where they begin' },
    'zh-CN': { message: '共 {chapters} 章，目录列出且页码正确 {listed} 章' },
  },
  'figures-of-destination': {
    severity: 'info',
    en: { message: 'pages: {pages}, findings: {findings}' },
    'zh-CN': { message: '{pages} 页，{findings} 处提示' },
  },
  'figures-of-layout': {
    severity: 'info',
    en: { message: 'pages: {pages}, faults: {faults}' },
    'zh-CN': { message: '{pages} 页，{faults} 处问题' },
  },
  'figures-of-ledgers': {
    severity: 'info',
    en: { message: 'chapters proved: {proved}, edited since: {edited}' },
    'zh-CN': { message: '核对无误 {proved} 章，人工改过 {edited} 章' },
  },
  'figures-of-manuscript': {
    severity: 'info',
    en: { message: 'chapters: {chapters}' },
    'zh-CN': { message: '{chapters} 章' },
  },
  'figures-of-own': {
    severity: 'info',
    en: { message: 'findings: {findings}' },
    'zh-CN': { message: '{findings} 处' },
  },
  'figures-of-pdf': {
    severity: 'info',
    en: { message: 'pages: {pages}, fonts: {fonts}, links: {links}' },
    'zh-CN': { message: '{pages} 页，{fonts} 款字体，{links} 个链接' },
  },
  'figures-of-pdf-ua': {
    severity: 'info',
    en: {
      message:
        'elements: {elements}, findings: {findings}; not proved: that alternative texts are apt, contrast, and what only a reader can judge',
    },
    'zh-CN': {
      message: '{elements} 个标签，{findings} 处问题；未查：替代文字是否恰当、对比度等须由人判断的条目',
    },
  },
  'figures-of-press': {
    severity: 'info',
    en: { message: '{standard}, pages: {pages}, findings: {findings}' },
    'zh-CN': { message: '{standard}，{pages} 页，{findings} 处提示' },
  },
  'figures-of-text': {
    severity: 'info',
    en: { message: 'characters compared: {characters}, differences: {differences}' },
    'zh-CN': { message: '核对 {characters} 字，{differences} 处不同' },
  },
  'figures-of-verapdf': {
    severity: 'info',
    en: {
      message:
        'veraPDF {version}, rules: {rules}, places looked at: {checks}, rules broken: {broken}; not proved: what only a person can judge',
    },
    'zh-CN': {
      message: 'veraPDF {version}，{rules} 条规则，查 {checks} 处，违反 {broken} 条；须由人判断的条目未查',
    },
  },
} as const satisfies Messages;
