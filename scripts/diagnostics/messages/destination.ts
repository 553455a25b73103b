import type { Messages } from '../message.js';

export const destinationMessages = {
  'check-for-no-pdf': {
    severity: 'error',
    en: {
      message: '`--for {destination}` is for a PDF, and `{path}` is none',
      hint: 'name a PDF; to make one: banxin build <book folder> --for {destination}',
    },
    'zh-CN': {
      message: '`--for {destination}` 只用于 PDF，而 `{path}` 不是',
      hint: '请指定 PDF；要做出一个，用 banxin build <书稿文件夹> --for {destination}',
    },
  },
  'destination-bleed': {
    severity: 'error',
    en: {
      message:
        'the bleed of page {page} is {found} mm{more} (left, foot, right, head), {destination} wants {wanted}',
      hint: 'build it again with --for {destination}',
    },
    'zh-CN': {
      message: '第 {page} 页的出血为 {found} 毫米{more}（左、下、右、上），{destination} 要求 {wanted}',
      hint: '请用 --for {destination} 重新构建',
    },
  },
  'destination-bleed-left-out': {
    severity: 'info',
    en: {
      message:
        'nothing reaches the edge of a page: the file for {destination} has no bleed; say so when you send it',
    },
    'zh-CN': { message: '没有内容伸到页边：送 {destination} 的文件不含出血；上传时请选“无出血”' },
  },
  'destination-colour': {
    severity: 'error',
    en: {
      message: 'page {page} has colour{more}, {destination} prints in black alone',
      hint: 'build it again with --for {destination}',
    },
    'zh-CN': {
      message: '第 {page} 页有彩色{more}，而 {destination} 只印单黑',
      hint: '请用 --for {destination} 重新构建',
    },
  },
  'destination-inner': {
    severity: 'error',
    en: {
      message:
        'text or a picture on page {page} stands {found} mm from the spine{more}; for so many pages {destination} wants {least}',
      hint: 'move it inwards in the style sheet, or take `inner` and `characters` out of the trim size',
    },
    'zh-CN': {
      message: '第 {page} 页的文字或图片离订口只有 {found} 毫米{more}；按此页数 {destination} 要求 {least}',
      hint: '请在样式中往里移，或从开本中去掉 `inner` 和 `characters`',
    },
  },
  'destination-key-unknown': {
    severity: 'error',
    en: { message: '`{path}` has the unknown key `{key}`; did you mean `{nearest}`?', hint: 'keys: {known}' },
    'zh-CN': { message: '`{path}` 中有未知的键 `{key}`；是否想写 `{nearest}`？', hint: '可用的键：{known}' },
  },
  'destination-media': {
    severity: 'error',
    en: {
      message: 'the sheet of page {page} is {found} mm{more}, {destination} wants {wanted}, without marks',
      hint: 'build it again with --for {destination}',
    },
    'zh-CN': {
      message: '第 {page} 页的页面为 {found} 毫米{more}，{destination} 要求 {wanted}，不带裁切标记',
      hint: '请用 --for {destination} 重新构建',
    },
  },
  'destination-outer': {
    severity: 'error',
    en: {
      message:
        'text or a picture on page {page} stands {found} mm from the edge{more}; {destination} wants {least}',
      hint: 'move it inwards in the style sheet, or let a picture go on into the bleed',
    },
    'zh-CN': {
      message: '第 {page} 页的文字或图片离页边只有 {found} 毫米{more}；{destination} 要求 {least}',
      hint: '请在样式中往里移；图片也可以伸进出血',
    },
  },
  'destination-overrides': {
    severity: 'info',
    en: { message: '`{key}` is {own} in book.yaml; for {destination} it is {wanted}' },
    'zh-CN': { message: 'book.yaml 中 `{key}` 为 {own}；送 {destination} 时按 {wanted}' },
  },
  'destination-pages-few': {
    severity: 'error',
    en: {
      message: 'the book has {pages} pages, {destination} takes {least} and more',
      hint: '{missing} are missing: add text or leaves, or send it elsewhere',
    },
    'zh-CN': {
      message: '全书 {pages} 页，{destination} 至少要 {least} 页',
      hint: '还差 {missing} 页：请增加内容，或改送别处',
    },
  },
  'destination-pages-many': {
    severity: 'error',
    en: {
      message: 'the book has {pages} pages, {destination} takes {most} at most',
      hint: 'divide it into volumes, choose a larger trim size, or send it elsewhere',
    },
    'zh-CN': {
      message: '全书 {pages} 页，{destination} 最多 {most} 页',
      hint: '请分册、换较大的开本，或改送别处',
    },
  },
  'destination-pages-uneven': {
    severity: 'error',
    en: {
      message: 'the book has {pages} pages, {destination} wants a multiple of {signature}',
      hint: 'build it again with --for {destination}, without `press.fill: none`',
    },
    'zh-CN': {
      message: '全书 {pages} 页，{destination} 要求为 {signature} 的倍数',
      hint: '请用 --for {destination} 重新构建，不要写 `press.fill: none`',
    },
  },
  'destination-standard': {
    severity: 'error',
    en: {
      message: 'the file is {found}, {destination} wants {wanted}',
      hint: 'build it again with --for {destination}',
    },
    'zh-CN': {
      message: '文件为 {found}，{destination} 要求 {wanted}',
      hint: '请用 --for {destination} 重新构建',
    },
  },
  'destination-trim': {
    severity: 'error',
    en: {
      message: 'the trim of page {page} is {found} mm{more}, {destination} wants {wanted}',
      hint: 'build it again with --for {destination}',
    },
    'zh-CN': {
      message: '第 {page} 页的成品尺寸为 {found} 毫米{more}，{destination} 要求 {wanted}',
      hint: '请用 --for {destination} 重新构建',
    },
  },
  'destination-unknown': {
    severity: 'error',
    en: {
      message: 'there is no destination `{name}`; did you mean `{nearest}`?',
      hint: 'destinations: {known}; or write one of your own into styles/destinations/ of the book',
    },
    'zh-CN': {
      message: '没有名为 `{name}` 的去处；是否想写 `{nearest}`？',
      hint: '可用的去处：{known}；也可在书稿的 styles/destinations/ 中自己写一个',
    },
  },
  'destination-value-wrong': {
    severity: 'error',
    en: { message: '`{key}` of `{path}` is missing or of the wrong kind', hint: 'it should be {expected}' },
    'zh-CN': { message: '`{path}` 的 `{key}` 缺失或类型不对', hint: '应为 {expected}' },
  },
} as const satisfies Messages;
