import type { Messages } from '../message.js';

export const themeMessages = {
  'character-without-font': {
    severity: 'error',
    en: {
      message: 'no font of the theme has the character `{character}` (U+{codePoint}; uses: {count})',
      hint: 'replace the character, or add a face that has it to the theme',
    },
    'zh-CN': {
      message: '主题的字体都没有字符 `{character}`（U+{codePoint}），共用了 {count} 次',
      hint: '请换用其他字符，或为主题加入含有此字的字体',
    },
  },
  'characters-without-font': {
    severity: 'error',
    en: {
      message: '{count} more characters have no font in the theme: {characters}',
      hint: 'add a face that has them to the theme',
    },
    'zh-CN': { message: '主题的字体还缺 {count} 个字符：{characters}', hint: '请给主题加一款有这些字的字体' },
  },
  'face-not-found': {
    severity: 'error',
    en: {
      message: 'the font `{file}` of face `{face}` is not installed',
      hint: 'run `npm ci` again, or correct the face in styles/faces.json',
    },
    'zh-CN': {
      message: '字体 `{face}` 的文件 `{file}` 没有安装',
      hint: '请重新运行 `npm ci`，或更正 styles/faces.json',
    },
  },
  'paper-unknown': {
    severity: 'error',
    en: {
      message: 'there is no paper `{name}`; did you mean `{nearest}`?',
      hint: 'papers: {known}; or write `caliper`, the thickness of a leaf in mm',
    },
    'zh-CN': {
      message: '没有名为 `{name}` 的纸张；是否想写 `{nearest}`？',
      hint: '可用纸张：{known}；也可写 `caliper`，一张纸的厚度（毫米）',
    },
  },
  'style-data-malformed': {
    severity: 'error',
    en: {
      message: '`{path}` is not as it should be: {problem}',
      hint: 'correct the file; those in styles/ show its form',
    },
    'zh-CN': { message: '`{path}` 的内容不合格式：{problem}', hint: '请更正；styles/ 里的同类文件可作范例' },
  },
  'style-outside': {
    severity: 'error',
    en: {
      message: '`{path}` leads out of its folder, and is not read',
      hint: 'copy what it leads to into `styles/` or `templates/`; a book is made from its own files',
    },
    'zh-CN': {
      message: '`{path}` 指向所在文件夹之外，不予读取',
      hint: '请把所指的文件复制到 `styles/` 或 `templates/` 中；书只用自己的文件制作',
    },
  },
  'theme-unknown': {
    severity: 'error',
    en: { message: 'there is no theme `{name}`; did you mean `{nearest}`?', hint: 'themes: {known}' },
    'zh-CN': { message: '没有名为 `{name}` 的主题；是否想写 `{nearest}`？', hint: '可用主题：{known}' },
  },
  'trim-impossible': {
    severity: 'error',
    en: {
      message: 'trim size `{name}` leaves no margin: its type area is {area} mm on a page of {page} mm',
      hint: 'give it fewer characters or lines in trims.json',
    },
    'zh-CN': {
      message: '开本 `{name}` 没有留出页边：版心 {area} mm，页面 {page} mm',
      hint: '请在 trims.json 中减少每行字数或每页行数',
    },
  },
  'trim-unknown': {
    severity: 'error',
    en: { message: 'there is no trim size `{name}`; did you mean `{nearest}`?', hint: 'trim sizes: {known}' },
    'zh-CN': { message: '没有名为 `{name}` 的开本；是否想写 `{nearest}`？', hint: '可用开本：{known}' },
  },
  'wrap-picture-coarse': {
    severity: 'warning',
    en: {
      message: '`{path}` has {found} pixels an inch on the printed cover; {wanted} are needed',
      hint: 'use a larger picture',
    },
    'zh-CN': {
      message: '`{path}` 印在封面上每英寸只有 {found} 像素，需要 {wanted}',
      hint: '请换一张更大的图片',
    },
  },
  'wrap-picture-shape': {
    severity: 'warning',
    en: {
      message:
        '`{path}` is {found} pixels, its place on the printed cover is {wanted} mm: {share} % of it is cut off',
      hint: 'cut it to the shape of its place, bleed included',
    },
    'zh-CN': {
      message: '`{path}` 为 {found} 像素，而它在封面上的位置为 {wanted} 毫米：有 {share}% 会被裁去',
      hint: '请按其位置（含出血）的比例裁好',
    },
  },
} as const satisfies Messages;
