import type { Messages } from '../message.js';

export const pressMessages = {
  'impose-nothing-fits': {
    severity: 'error',
    en: {
      message: 'a sheet of {sheet} mm is too small: its side takes {needed} mm',
      hint: 'name a larger sheet, or fewer pages a signature',
    },
    'zh-CN': {
      message: '{sheet} 毫米的纸张太小：一面需要 {needed} 毫米',
      hint: '请换大一些的纸，或减少每帖页数',
    },
  },
  'impose-option-wrong': {
    severity: 'error',
    en: { message: '`--{option} {value}` cannot be used', hint: 'it should be {expected}' },
    'zh-CN': { message: '`--{option} {value}` 无法使用', hint: '应为 {expected}' },
  },
  'press-blanks': {
    severity: 'info',
    en: {
      message:
        'blank pages at the end fill the last signature of {signature}: {blanks}; {pages} pages in all',
    },
    'zh-CN': { message: '书末加了 {blanks} 个白页，凑足每帖 {signature} 页：共 {pages} 页' },
  },
  'press-bleed': {
    severity: 'warning',
    en: {
      message: 'on page {page} colour ends {distance} mm before the end of the bleed{more}',
      hint: 'place it `--bleed` beyond the page’s edge in the style sheet, or keep it clear of the edge',
    },
    'zh-CN': {
      message: '第 {page} 页的底色或图片离出血边还差 {distance} 毫米{more}',
      hint: '请在样式中用 `--bleed` 让它伸到出血边，或离开裁切边',
    },
  },
  'press-colour-unmapped': {
    severity: 'warning',
    en: {
      message: 'the colour {colour} has no ink, on page {page}{more}; it is printed in a likeness',
      hint: 'declare it in book.yaml: `press:`, `colours:`, `"{colour}": C M Y K`',
    },
    'zh-CN': {
      message: '颜色 {colour} 没有指定油墨，在第 {page} 页{more}；暂按近似色印',
      hint: '请在 book.yaml 的 `press:` `colours:` 下写明 `"{colour}": C M Y K`',
    },
  },
  'press-condition-unknown': {
    severity: 'error',
    en: {
      message: 'there is no printing condition `{name}`',
      hint: 'did you mean `{nearest}`? known: {known}',
    },
    'zh-CN': { message: '没有名为 `{name}` 的印刷条件', hint: '是否为 `{nearest}`？已有：{known}' },
  },
  'press-font': {
    severity: 'error',
    en: {
      message: 'the font `{font}` ({kind}) is of Type 3 or not embedded',
      hint: 'a printer would refuse it; use a static TrueType font',
    },
    'zh-CN': {
      message: '字体 `{font}`（{kind}）是 Type 3，或没有嵌入',
      hint: '印厂不接受；请用静态 TrueType 字体',
    },
  },
  'press-gradient': {
    severity: 'warning',
    en: {
      message: 'a round gradient on page {page} is printed in a likeness of its colours',
      hint: 'for exact inks use a straight gradient, whose colours `press.colours` can map',
    },
    'zh-CN': {
      message: '第 {page} 页的圆形渐变按近似色印',
      hint: '要准确的油墨，请用直线渐变，其颜色可在 `press.colours` 中指定',
    },
  },
  'press-hairline': {
    severity: 'warning',
    en: {
      message: 'a line on page {page} is {width} pt thin{more}; presses may lose what is under 0.25 pt',
      hint: 'make it thicker in the style sheet or the picture',
    },
    'zh-CN': {
      message: '第 {page} 页有 {width} 点的细线{more}；细于 0.25 点可能印不出',
      hint: '请在样式或图中加粗',
    },
  },
  'press-ink': {
    severity: 'warning',
    en: {
      message: 'a colour on page {page} has {ink} % of ink{more}, the limit is {limit} %',
      hint: 'declare an ink with less of it under `press.colours`',
    },
    'zh-CN': {
      message: '第 {page} 页有颜色的总墨量为 {ink}%{more}，上限为 {limit}%',
      hint: '请在 `press.colours` 下指定墨量较少的油墨',
    },
  },
  'press-ink-lowered': {
    severity: 'info',
    en: { message: 'a picture on page {page} had {ink} % of ink; its dark colours were taken to {limit} %' },
    'zh-CN': { message: '第 {page} 页的图片总墨量达 {ink}%，其暗部已减到 {limit}%' },
  },
  'press-ink-unreadable': {
    severity: 'error',
    en: {
      message: 'the ink `{entry}` cannot be read',
      hint: 'write `"#rrggbb"` or a name among the theme’s values, and `C M Y K` in per cent or `name / C M Y K`',
    },
    'zh-CN': {
      message: '看不懂油墨 `{entry}`',
      hint: '请写 `"#rrggbb"` 或主题 values 中的名称，值为百分比 `C M Y K`，或 `专色名 / C M Y K`',
    },
  },
  'press-lacks': {
    severity: 'error',
    en: {
      message: 'the file lacks what PDF/X asks for: {what}',
      hint: 'build it again with `--format press`',
    },
    'zh-CN': { message: '文件缺少 PDF/X 要求的内容：{what}', hint: '请用 `--format press` 重新构建' },
  },
  'press-line-art': {
    severity: 'warning',
    en: {
      message:
        'a picture in black and white on page {page} has {resolution} pixels an inch, {least} are wanted',
      hint: 'bring a larger one, show it smaller, or draw it as SVG',
    },
    'zh-CN': {
      message: '第 {page} 页的黑白线条图只有 {resolution} ppi，应有 {least}',
      hint: '请换大图、缩小显示，或改用 SVG',
    },
  },
  'press-margin': {
    severity: 'warning',
    en: {
      message: 'text on page {page} stands {distance} mm from the trim{more}; 3 mm are safe',
      hint: 'move it inwards in the style sheet',
    },
    'zh-CN': {
      message: '第 {page} 页的文字离裁切边只有 {distance} 毫米{more}；至少应有 3 毫米',
      hint: '请在样式中往里移',
    },
  },
  'press-picture-flattened': {
    severity: 'info',
    en: { message: 'a picture on page {page} can be seen through; PDF/X-1a has it on white' },
    'zh-CN': { message: '第 {page} 页的图片有透明部分；PDF/X-1a 中已衬白底' },
  },
  'press-picture-unreadable': {
    severity: 'error',
    en: {
      message: 'a picture on page {page} is kept in a way that cannot be taken into inks',
      hint: 'save it again as PNG or JPEG',
    },
    'zh-CN': { message: '第 {page} 页的图片无法分色', hint: '请另存为 PNG 或 JPEG' },
  },
  'press-pictures-unprofiled': {
    severity: 'warning',
    en: {
      message:
        'pictures were taken into inks without the profile of the press: {count}, the first on page {page}',
      hint: 'name the ICC profile of your printing house as `press.profile` in book.yaml, or with --press-profile',
    },
    'zh-CN': {
      message: '没有按印厂的 ICC 特性文件分色的图片：{count}，第一张在第 {page} 页',
      hint: '请在 book.yaml 中写 `press.profile`，或用 --press-profile 指定印厂提供的 ICC 文件',
    },
  },
  'press-profile-missing': {
    severity: 'error',
    en: { message: 'the profile `{path}` is not there', hint: 'correct the path under `press.profile`' },
    'zh-CN': { message: '找不到特性文件 `{path}`', hint: '请更正 `press.profile` 的路径' },
  },
  'press-profile-outside': {
    severity: 'error',
    en: {
      message: 'the profile `{path}` lies outside the book’s folder',
      hint: 'copy it into the book’s folder, or name it with --press-profile',
    },
    'zh-CN': {
      message: '特性文件 `{path}` 在本书文件夹之外',
      hint: '请复制到本书文件夹内，或用 --press-profile 指定',
    },
  },
  'press-profile-unfit': {
    severity: 'error',
    en: {
      message: '`{path}` is no ICC profile of printing inks (CMYK): {space}',
      hint: 'ask your printing house for the profile of its paper',
    },
    'zh-CN': {
      message: '`{path}` 不是印刷油墨（CMYK）的 ICC 特性文件：{space}',
      hint: '请向印厂索取所用纸张的特性文件',
    },
  },
  'press-resolution': {
    severity: 'warning',
    en: {
      message: 'a picture on page {page} has {resolution} pixels an inch, {least} are wanted',
      hint: 'bring a larger one, or show it smaller',
    },
    'zh-CN': {
      message: '第 {page} 页的图片只有 {resolution} ppi，应有 {least}',
      hint: '请换大图，或缩小显示',
    },
  },
  'press-rgb': {
    severity: 'error',
    en: {
      message: 'on page {page} something is left in RGB{more}',
      hint: 'a gradient or a picture of an unusual kind; draw it in another way',
    },
    'zh-CN': { message: '第 {page} 页还有 RGB 颜色{more}', hint: '多半是少见的渐变或图片；请换一种画法' },
  },
  'press-signature': {
    severity: 'warning',
    en: {
      message: '{pages} pages do not fill signatures of {signature}: {missing} are missing',
      hint: 'set `press.fill: blank`, or change the text',
    },
    'zh-CN': {
      message: '{pages} 页不能凑足每帖 {signature} 页：还差 {missing} 页',
      hint: '请设 `press.fill: blank`，或调整内容',
    },
  },
  'press-transparency': {
    severity: 'error',
    en: {
      message: 'page {page} has transparency, which PDF/X-1a does not know{more}',
      hint: 'take `opacity` and the like out of the style sheet, or use `press.standard: x-4`',
    },
    'zh-CN': {
      message: '第 {page} 页有透明效果{more}，PDF/X-1a 不允许',
      hint: '请在样式中去掉 `opacity` 等，或用 `press.standard: x-4`',
    },
  },
} as const satisfies Messages;
