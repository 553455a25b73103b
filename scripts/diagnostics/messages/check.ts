import type { Messages } from '../message.js';

export const checkMessages = {
  'ace-broken': {
    severity: 'error',
    en: {
      message: 'Ace did not give a report ({reason})',
      hint: 'see that the other checks of the EPUB pass and the browser starts: `banxin doctor`',
    },
    'zh-CN': {
      message: 'Ace 没有给出报告（{reason}）',
      hint: '请先确认 EPUB 的其他检查已通过，并用 `banxin doctor` 查看浏览器能否启动',
    },
  },
  'ace-container-faulty': {
    severity: 'info',
    en: { message: 'the EPUB is no sound container, so Ace was not let unpack it' },
    'zh-CN': { message: 'EPUB 的包内文件有问题，没有交给 Ace 解开' },
  },
  'ace-skipped': {
    severity: 'info',
    en: {
      message: 'Ace is not installed: accessibility was not checked',
      hint: 'it comes with Banxin unless optional packages were left out: `npm install @daisy/ace-cli`',
    },
    'zh-CN': {
      message: '没有安装 Ace：未检查无障碍',
      hint: '它随 Banxin 一起安装，除非安装时略去了可选的包：`npm install @daisy/ace-cli`',
    },
  },
  'ace-timeout': {
    severity: 'error',
    en: {
      message: 'Ace did not end within {seconds} s and was stopped',
      hint: 'try again when the machine is less busy',
    },
    'zh-CN': { message: 'Ace 在 {seconds} 秒内没有结束，已被中止', hint: '请在机器空闲时重试' },
  },
  'epub-ace-error': {
    severity: 'error',
    en: { message: '{id} ({impact}): {finding} (in the EPUB at {position})', hint: '{advice}' },
    'zh-CN': { message: '{id}（{impact}）：{finding}（EPUB 内位置 {position}）', hint: '{advice}' },
  },
  'epub-ace-warning': {
    severity: 'warning',
    en: { message: '{id} ({impact}): {finding} (in the EPUB at {position})', hint: '{advice}' },
    'zh-CN': { message: '{id}（{impact}）：{finding}（EPUB 内位置 {position}）', hint: '{advice}' },
  },
  'epub-checker-error': {
    severity: 'error',
    en: {
      message: '{id}: {finding} (in the EPUB at {position})',
      hint: 'mend the passage in the manuscript; raw HTML is the usual cause',
    },
    'zh-CN': {
      message: '{id}：{finding}（EPUB 内位置 {position}）',
      hint: '请修改书稿中的相应段落；多半是手写 HTML 所致',
    },
  },
  'epub-checker-warning': {
    severity: 'warning',
    en: {
      message: '{id}: {finding} (in the EPUB at {position})',
      hint: 'mend the passage in the manuscript; shops refuse books with warnings',
    },
    'zh-CN': {
      message: '{id}：{finding}（EPUB 内位置 {position}）',
      hint: '请修改书稿中的相应段落；有警告的书可能被书店退回',
    },
  },
  'epub-entry-absent': {
    severity: 'error',
    en: { message: 'the EPUB lists `{name}`, but does not hold it', hint: 'build the e-book again' },
    'zh-CN': { message: 'EPUB 清单列有 `{name}`，但包内没有这个文件', hint: '请重新构建电子书' },
  },
  'epub-entry-damaged': {
    severity: 'error',
    en: {
      message: '`{name}` in the EPUB cannot be unpacked: it is damaged or encrypted',
      hint: 'build the e-book again',
    },
    'zh-CN': { message: 'EPUB 中的 `{name}` 无法解压：已损坏或已加密', hint: '请重新构建电子书' },
  },
  'epub-entry-twice': {
    severity: 'error',
    en: {
      message: 'the EPUB holds `{name}` twice; a reader sees only one of them',
      hint: 'build the e-book again',
    },
    'zh-CN': { message: 'EPUB 中有两个 `{name}`，读者只能看到其中一个', hint: '请重新构建电子书' },
  },
  'epub-entry-unlisted': {
    severity: 'error',
    en: {
      message: 'the EPUB holds `{name}`, but its manifest does not list it',
      hint: 'list it, or leave it out',
    },
    'zh-CN': { message: 'EPUB 中有 `{name}`，但清单没有列出', hint: '请列入清单，或从包中去掉' },
  },
  'epub-mimetype-wrong': {
    severity: 'error',
    en: {
      message:
        'the EPUB does not begin with the uncompressed file `mimetype` that says `application/epub+zip`',
      hint: 'do not repack an EPUB with an ordinary zip program; build it again',
    },
    'zh-CN': {
      message: 'EPUB 的开头不是未压缩的 `mimetype` 文件（内容应为 `application/epub+zip`）',
      hint: '不要用普通压缩软件重新打包 EPUB；请重新构建',
    },
  },
  'epub-not-a-zip': {
    severity: 'error',
    en: {
      message: 'this is no EPUB: it cannot be opened as a zip file',
      hint: 'check that the file is whole',
    },
    'zh-CN': { message: '这不是 EPUB：无法作为 zip 文件打开', hint: '请检查文件是否完整' },
  },
  'epub-package-missing': {
    severity: 'error',
    en: {
      message:
        'the EPUB has no package document that `META-INF/container.xml` leads to, so its text cannot be read',
      hint: 'build the e-book again',
    },
    'zh-CN': {
      message: '从 `META-INF/container.xml` 找不到 EPUB 的包文档，无法读取内容',
      hint: '请重新构建电子书',
    },
  },
  'epub-path-unsafe': {
    severity: 'error',
    en: {
      message: 'the path `{name}` in the EPUB could lead out of the folder that it is unpacked to',
      hint: 'do not open this file in a reader; build the e-book again',
    },
    'zh-CN': {
      message: 'EPUB 中的路径 `{name}` 可能指向解压文件夹之外',
      hint: '不要在阅读器中打开此文件；请重新构建电子书',
    },
  },
  'epub-space-added': {
    severity: 'error',
    en: {
      message: 'the EPUB has a space between “{before}” and “{after}” that the manuscript has not',
      hint: 'report this as a fault of Banxin, with the chapter',
    },
    'zh-CN': {
      message: 'EPUB 在“{before}”与“{after}”之间多出空格，书稿中没有',
      hint: '这是 Banxin 的缺陷，请附上该章反馈',
    },
  },
  'epub-space-lost': {
    severity: 'error',
    en: {
      message: 'the space between “{before}” and “{after}” is missing in the EPUB',
      hint: 'report this as a fault of Banxin, with the chapter',
    },
    'zh-CN': {
      message: 'EPUB 缺少“{before}”与“{after}”之间的空格',
      hint: '这是 Banxin 的缺陷，请附上该章反馈',
    },
  },
  'epub-text-added': {
    severity: 'error',
    en: {
      message:
        'the EPUB has text before this place that the manuscript has not ({count} characters): “{text}”',
      hint: 'if the manuscript was changed since, build again; else report this as a fault of Banxin',
    },
    'zh-CN': {
      message: 'EPUB 在此处之前多出书稿没有的文字（{count} 字）：“{text}”',
      hint: '如果书稿后来有改动，请重新构建；否则请作为 Banxin 的缺陷反馈',
    },
  },
  'epub-text-changed': {
    severity: 'error',
    en: {
      message: 'the EPUB says “{replacement}” where the manuscript says “{text}” ({count} characters)',
      hint: 'if the manuscript was changed since, build again; else report this as a fault of Banxin',
    },
    'zh-CN': {
      message: '书稿为“{text}”（{count} 字），EPUB 中却是“{replacement}”',
      hint: '如果书稿后来有改动，请重新构建；否则请作为 Banxin 的缺陷反馈',
    },
  },
  'epub-text-differences': {
    severity: 'error',
    en: {
      message: 'the EPUB has {count} more differences from the manuscript',
      hint: 'mend the first ones and check again',
    },
    'zh-CN': { message: 'EPUB 与书稿另有 {count} 处不同', hint: '请先处理前面各处，再重新检查' },
  },
  'epub-text-lost': {
    severity: 'error',
    en: {
      message: 'text of the manuscript is missing in the EPUB ({count} characters): “{text}”',
      hint: 'if the manuscript was changed since, build again; else report this as a fault of Banxin',
    },
    'zh-CN': {
      message: 'EPUB 缺少书稿文字（{count} 字）：“{text}”',
      hint: '如果书稿后来有改动，请重新构建；否则请作为 Banxin 的缺陷反馈',
    },
  },
  'epub-text-moved': {
    severity: 'error',
    en: {
      message:
        'text stands at another place in the EPUB than in the manuscript ({count} characters): “{text}”',
      hint: 'if the manuscript was changed since, build again; else report this as a fault of Banxin',
    },
    'zh-CN': {
      message: '这段文字在 EPUB 中的位置与书稿不同（{count} 字）：“{text}”',
      hint: '如果书稿后来有改动，请重新构建；否则请作为 Banxin 的缺陷反馈',
    },
  },
  'epub-too-large': {
    severity: 'error',
    en: {
      message:
        'the EPUB would unpack to {size} MB, more than the {limit} MB that a book can need; it was not unpacked',
      hint: 'it may be damaged or made to do harm; do not open it',
    },
    'zh-CN': {
      message: 'EPUB 解开后有 {size} MB，超过上限 {limit} MB，没有解开',
      hint: '文件可能已损坏或有害，请勿打开',
    },
  },
  'epubcheck-broken': {
    severity: 'error',
    en: {
      message: 'EPUBCheck did not give a report ({reason})',
      hint: 'it needs Java 11 or newer; see `banxin doctor`',
    },
    'zh-CN': {
      message: 'EPUBCheck 没有给出报告（{reason}）',
      hint: '需要 Java 11 或更高版本；请运行 `banxin doctor` 查看',
    },
  },
  'epubcheck-skipped': {
    severity: 'info',
    en: {
      message:
        'no Java on the PATH or in JAVA_HOME: EPUBCheck was skipped, epubcheck-ts alone checked the EPUB',
      hint: 'install Java 11 or newer to have both',
    },
    'zh-CN': {
      message: 'PATH 和 JAVA_HOME 中都没有 Java：未运行 EPUBCheck，仅由 epubcheck-ts 检查',
      hint: '请安装 Java 11 或更高版本，两种检查就都会运行',
    },
  },
  'epubcheck-timeout': {
    severity: 'error',
    en: {
      message: 'EPUBCheck did not end within {seconds} s and was stopped',
      hint: 'try again when the machine is less busy',
    },
    'zh-CN': { message: 'EPUBCheck 在 {seconds} 秒内没有结束，已被中止', hint: '请在机器空闲时重试' },
  },
} as const satisfies Messages;
