import type { Messages } from '../message.js';

export const printMessages = {
  'browser-missing': {
    severity: 'error',
    en: {
      message: 'no browser was found to lay out the pages',
      hint: 'run `npx puppeteer browsers install chrome-headless-shell`, or name one with --browser or BANXIN_BROWSER',
    },
    'zh-CN': {
      message: '没有找到用来排版的浏览器',
      hint: '请运行 `npx puppeteer browsers install chrome-headless-shell`，或用 --browser 或 BANXIN_BROWSER 指定',
    },
  },
  'browser-not-found': {
    severity: 'error',
    en: { message: 'the browser `{path}` does not exist', hint: 'correct --browser or BANXIN_BROWSER' },
    'zh-CN': { message: '指定的浏览器 `{path}` 不存在', hint: '请更正 --browser 或 BANXIN_BROWSER' },
  },
  'browser-of-system': {
    severity: 'warning',
    en: {
      message:
        'the browser of this system is used (`{path}`): pages may break differently on another machine',
      hint: 'run `npx puppeteer browsers install chrome-headless-shell` for the pinned one',
    },
    'zh-CN': {
      message: '使用的是系统自带浏览器（`{path}`）：换一台机器，分页可能不同',
      hint: '请运行 `npx puppeteer browsers install chrome-headless-shell` 安装固定版本',
    },
  },
  'browser-start-failed': {
    severity: 'error',
    en: {
      message: 'the browser `{path}` did not start: {reason}',
      hint: 'run `banxin doctor`; in a container without user namespaces set BANXIN_NO_SANDBOX=1',
    },
    'zh-CN': {
      message: '浏览器 `{path}` 无法启动：{reason}',
      hint: '请运行 `banxin doctor`；如果容器不支持用户命名空间，请设置 BANXIN_NO_SANDBOX=1',
    },
  },
  'browser-unpack-failed': {
    severity: 'error',
    en: {
      message: 'the browser could not be unpacked into the cache: {reason}',
      hint: 'it needs 220 MB; free some room or set BANXIN_CACHE to another folder',
    },
    'zh-CN': {
      message: '无法把浏览器解压到缓存：{reason}',
      hint: '需要 220 MB 空间；请腾出空间，或用 BANXIN_CACHE 指定别的文件夹',
    },
  },
  'browser-work-failed': {
    severity: 'error',
    en: {
      message: 'the browser failed twice while preparing the book: {reason}',
      hint: 'run `banxin doctor`; if the browser is sound, look for a very large chapter or style sheet',
    },
    'zh-CN': {
      message: '浏览器在准备全书时两次出错：{reason}',
      hint: '请运行 `banxin doctor`；若浏览器正常，请检查是否有特别大的章节或样式',
    },
  },
  'layout-added': {
    severity: 'error',
    en: {
      message: 'page {page} would show text that the manuscript does not have: “{text}”',
      hint: 'this is a fault of the layout, not of the manuscript: please report it with this chapter; a changed sentence near it often helps',
    },
    'zh-CN': {
      message: '第 {page} 页会多出书稿里没有的文字：“{text}”',
      hint: '这是排版程序的问题，不是书稿的问题：请附上这一章反馈；改动附近的文字往往可以绕开',
    },
  },
  'layout-failed': {
    severity: 'error',
    en: {
      message: 'the pages of `{chapter}` could not be laid out: {reason}',
      hint: 'it was tried twice; look for a very large table, picture or unbroken word in this chapter',
    },
    'zh-CN': {
      message: '`{chapter}` 排版失败：{reason}',
      hint: '已试过两次；请检查这一章里是否有特别大的表格、图片或无法断开的长词',
    },
  },
  'layout-hidden': {
    severity: 'error',
    en: {
      message: 'page {page} would not show “{text}”: it is hidden or has no size',
      hint: 'look for a style sheet of the book that hides it; the picture in proof.html shows the page',
    },
    'zh-CN': {
      message: '第 {page} 页不会显示“{text}”：它被隐藏，或没有大小',
      hint: '请检查本书的样式是否把它隐藏了；proof.html 里有这一页的图',
    },
  },
  'layout-lost': {
    severity: 'error',
    en: {
      message: 'page {page} would lack text of the manuscript: “{text}”',
      hint: 'this is a fault of the layout, not of the manuscript: please report it with this chapter; a changed sentence near it often helps',
    },
    'zh-CN': {
      message: '第 {page} 页会缺少书稿里的文字：“{text}”',
      hint: '这是排版程序的问题，不是书稿的问题：请附上这一章反馈；改动附近的文字往往可以绕开',
    },
  },
  'layout-outside': {
    severity: 'error',
    en: {
      message: 'on page {page} “{text}” would stand {distance} pt outside the type area, or be cut off',
      hint: 'look for a table, picture, note or word that is wider or higher than the page here; the picture in proof.html shows the spot',
    },
    'zh-CN': {
      message: '第 {page} 页的“{text}”会超出版心 {distance} 点，或被裁掉',
      hint: '请检查此处是否有超出版心的表格、图片、注释或长词；proof.html 里有这一处的图',
    },
  },
  'layout-repeated': {
    severity: 'error',
    en: {
      message: 'page {page} would repeat text of the manuscript: “{text}”',
      hint: 'this is a fault of the layout, not of the manuscript: please report it with this chapter; a changed sentence near it often helps',
    },
    'zh-CN': {
      message: '第 {page} 页会重复书稿里的文字：“{text}”',
      hint: '这是排版程序的问题，不是书稿的问题：请附上这一章反馈；改动附近的文字往往可以绕开',
    },
  },
  'network-refused': {
    severity: 'warning',
    en: {
      message: 'a style sheet or template asks for `{url}`, which is not part of the book; it was not loaded',
      hint: 'put the file into the book folder, or remove the reference',
    },
    'zh-CN': {
      message: '样式或模板引用了书外的资源 `{url}`，没有加载',
      hint: '请把文件放进本书文件夹，或删去引用',
    },
  },
  'note-behind-chapter': {
    severity: 'warning',
    en: {
      message: 'note {label} is too long for the foot of a page and stands behind its chapter',
      hint: 'shorten it, divide it, or set `place: chapter` under `notes` in book.yaml for all of them',
    },
    'zh-CN': {
      message: '注 {label} 过长，页脚放不下，已移到章末',
      hint: '请缩短或拆分这条注释，或在 book.yaml 的 `notes` 下设 `place: chapter`，把注释都放到章末',
    },
  },
  'pages-unsettled': {
    severity: 'warning',
    en: {
      message: 'page numbers had not settled after {rounds} rounds of layout: {parts}',
      hint: 'compare these pages with the book; a shorter title or another contents depth may settle them',
    },
    'zh-CN': {
      message: '排了 {rounds} 遍，页码仍未稳定：{parts}',
      hint: '请核对这些页；缩短标题或改变目录级数往往可以解决',
    },
  },
  'printing-failed': {
    severity: 'error',
    en: {
      message: 'the browser could not print the book: {reason}',
      hint: 'it was tried twice; run `banxin doctor`',
    },
    'zh-CN': { message: '浏览器未能输出全书：{reason}', hint: '已试过两次；请运行 `banxin doctor`' },
  },
} as const satisfies Messages;
