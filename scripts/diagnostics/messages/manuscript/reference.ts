import type { Messages } from '../../message.js';

/** What can be wrong with links and pictures. */
export const referenceMessages = {
  'image-damaged': {
    severity: 'error',
    en: {
      message: 'the image `{src}` is cut off: its file ends before the picture does',
      hint: 'copy or save the picture again',
    },
    'zh-CN': { message: '图片 `{src}` 不完整：文件没有到结尾就断了', hint: '请重新复制或另存这张图片' },
  },
  'image-data': {
    severity: 'error',
    en: {
      message: 'the image is written into the text as `{src}`',
      hint: "save it as a file in the book's folder and name that",
    },
    'zh-CN': { message: '图片以 `{src}` 的形式直接写在正文里', hint: '请存为本书文件夹中的文件，再引用它' },
  },
  'image-misnamed': {
    severity: 'warning',
    en: {
      message: '`{path}` is an image of type {type}, but its name ends otherwise',
      hint: 'give the file the ending of its type',
    },
    'zh-CN': { message: '`{path}` 实为 {type} 图片，扩展名不符', hint: '请把扩展名改成与图片类型相符' },
  },
  'image-missing': {
    severity: 'error',
    en: {
      message: 'the image `{src}` does not exist',
      hint: 'check the path; it counts from the file that names it',
    },
    'zh-CN': { message: '找不到图片 `{src}`', hint: '请检查路径；路径从引用它的文件算起' },
  },
  'image-not-an-image': {
    severity: 'error',
    en: {
      message: '`{src}` is no PNG, JPEG, GIF, WebP or SVG image by its content',
      hint: 'save the picture in one of these formats',
    },
    'zh-CN': {
      message: '从内容看，`{src}` 不是 PNG、JPEG、GIF、WebP 或 SVG 图片',
      hint: '请把图片存为以上格式之一',
    },
  },
  'image-outside': {
    severity: 'error',
    en: {
      message: "the image `{src}` lies outside the book's folder",
      hint: "copy it into the book's folder, and name it from the file that shows it",
    },
    'zh-CN': {
      message: '图片 `{src}` 在本书文件夹之外',
      hint: '请复制到本书文件夹中，用相对于所在文件的路径引用',
    },
  },
  'image-remote': {
    severity: 'error',
    en: {
      message: 'the image `{src}` is on the web; a book loads nothing from there',
      hint: "download it into the book's folder",
    },
    'zh-CN': { message: '图片 `{src}` 在网络上，而书不从网络加载内容', hint: '请下载到本书文件夹中' },
  },
  'image-svg-unsafe': {
    severity: 'error',
    en: {
      message: 'the SVG image `{src}` has a script, an outside file or unreadable markup: `{reason}`',
      hint: 'save it as plain SVG, without scripts and links',
    },
    'zh-CN': {
      message: 'SVG 图片 `{src}` 含有脚本、外部文件或无法读取的标记：`{reason}`',
      hint: '请存为不含脚本和链接的普通 SVG',
    },
  },
  'image-too-large': {
    severity: 'error',
    en: {
      message:
        'the image `{src}` is {width} × {height} pixels, more than the {most} million that a picture of a book may have',
      hint: 'save it smaller; 3000 pixels fill the width of any page',
    },
    'zh-CN': {
      message: '图片 `{src}` 有 {width} × {height} 像素，超过书中图片的上限 {most} 百万像素',
      hint: '请缩小后另存；3000 像素宽足以铺满任何书页',
    },
  },
  'image-without-alt': {
    severity: 'error',
    en: {
      message: 'the image `{src}` has no description for those who cannot see it',
      hint: 'write `![what it shows]({src})`; if it is mere decoration, say so with the class `.decorative` in braces behind it, or with `alt=""` in HTML',
    },
    'zh-CN': {
      message: '图片 `{src}` 没有替代文字，看不见图的人读不到它',
      hint: '请写 `![图片内容]({src})`；若纯属装饰，请在图片后的花括号里写 `.decorative`，HTML 中写 `alt=""`',
    },
  },
  'link-broken': {
    severity: 'warning',
    en: {
      message: 'the link `{href}` leads nowhere; its text stays',
      hint: 'check the file name and what stands after `#`',
    },
    'zh-CN': { message: '链接 `{href}` 没有目标，仅保留文字', hint: '请检查文件名和 `#` 之后的内容' },
  },
  'link-in-link': {
    severity: 'warning',
    en: {
      message: 'the link `{href}` has another link or a note call in it; the outer link was taken out',
      hint: 'end the link before it',
    },
    'zh-CN': { message: '链接 `{href}` 里又有链接或注号，已去掉外层链接', hint: '请让链接在此之前结束' },
  },
  'link-refused': {
    severity: 'warning',
    en: {
      message: 'a link of the kind `{scheme}` may not stand in a book: `{href}`; its text stays',
      hint: 'link to `http:`, `https:`, `mailto:`, or to another chapter',
    },
    'zh-CN': {
      message: '书中不能有 `{scheme}` 链接：`{href}`，仅保留文字',
      hint: '请改用 `http:`、`https:`、`mailto:` 链接，或链接到其他章节',
    },
  },
} as const satisfies Messages;
