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
  'ebook-cover-ratio': {
    severity: 'warning',
    en: {
      message:
        'the cover `{path}` is {width} × {height} pixels, {ratio} times as high as wide; shops show covers of 1.3 to 1.7 well',
      hint: 'make it 1600 × 2560 pixels (1.6), or 3:4 at least',
    },
    'zh-CN': {
      message:
        '封面 `{path}` 为 {width} × {height} 像素，高是宽的 {ratio} 倍；书店适合显示 1.3 至 1.7 倍的封面',
      hint: '请做成 1600 × 2560 像素（1.6 倍），至少 3:4',
    },
  },
  'ebook-cover-small': {
    severity: 'warning',
    en: {
      message: 'the cover `{path}` is {width} × {height} pixels; shops want 625 × 1000 at least',
      hint: 'make it 1600 × 2560 pixels',
    },
    'zh-CN': {
      message: '封面 `{path}` 为 {width} × {height} 像素；书店要求至少 625 × 1000',
      hint: '请做成 1600 × 2560 像素',
    },
  },
  'ebook-cover-unreadable': {
    severity: 'error',
    en: {
      message: 'the cover picture `{path}` cannot be decoded ({reason})',
      hint: 'open it in a picture editor and save it again as JPEG or PNG',
    },
    'zh-CN': {
      message: '无法解码封面图片 `{path}`（{reason}）',
      hint: '请用图片软件打开，重新存为 JPEG 或 PNG',
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
  'ebook-picture-damaged': {
    severity: 'error',
    en: {
      message: 'the picture `{path}` cannot be decoded ({reason})',
      hint: 'open it in a picture editor and save it again as JPEG or PNG',
    },
    'zh-CN': {
      message: '无法解码图片 `{path}`（{reason}）',
      hint: '请用图片软件打开，重新存为 JPEG 或 PNG',
    },
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
