import type { Messages } from '../message.js';

export const ebookMessages = {
  'ebook-character-forbidden': {
    severity: 'error',
    en: {
      message: 'the character {character} cannot stand in an e-book (XML has no form for it)',
      hint: 'delete it from the manuscript; it is invisible, so search for the code',
    },
    'zh-CN': {
      message: '字符 {character} 不能写入电子书（XML 无法表示）',
      hint: '请从书稿中删除；它不可见，可按编码查找',
    },
  },
  'ebook-link-target-missing': {
    severity: 'error',
    en: {
      message: 'the link `{target}` leads nowhere: no chapter of the book has this id',
      hint: 'link to a heading or chapter that is in the book',
    },
    'zh-CN': { message: '链接 `{target}` 没有目标：全书没有这个 id', hint: '请链接到书中已有的标题或章节' },
  },
  'ebook-picture-missing': {
    severity: 'error',
    en: {
      message: 'the picture `{path}` is not among the files of the book, so the e-book cannot carry it',
      hint: 'put the picture into the book folder and name it by its path there; pictures from the network are not taken',
    },
    'zh-CN': {
      message: '图片 `{path}` 不在本书文件夹里，无法收入电子书',
      hint: '请把图片放进本书文件夹，并按其中的路径引用；不能使用网络图片',
    },
  },
  'ebook-picture-type': {
    severity: 'error',
    en: {
      message:
        'the picture `{path}` ({type}) is of a kind that e-readers do not show; JPEG, PNG, GIF, WebP and SVG are shown',
      hint: 'save it as JPEG or PNG',
    },
    'zh-CN': {
      message: '电子书阅读器无法显示图片 `{path}`（{type}）；可用 JPEG、PNG、GIF、WebP、SVG',
      hint: '请另存为 JPEG 或 PNG',
    },
  },
  'ebook-picture-unreadable': {
    severity: 'error',
    en: {
      message: 'the picture `{path}` cannot be read ({reason})',
      hint: 'check that the file is there and may be read',
    },
    'zh-CN': { message: '无法读取图片 `{path}`（{reason}）', hint: '请检查文件是否存在、是否有读取权限' },
  },
  'ebook-without-chapters': {
    severity: 'error',
    en: {
      message: 'the book `{id}` has no chapters; an e-book needs at least one',
      hint: 'add a Markdown file to `chapters/`',
    },
    'zh-CN': {
      message: '`{id}` 没有任何章节；电子书至少要有一章',
      hint: '请在 `chapters/` 中加入 Markdown 文件',
    },
  },
} as const satisfies Messages;
