import type { Messages } from '../message.js';

/** What veraPDF says of a PDF, in its own words, and why it may say nothing. */
export const veraPdfMessages = {
  'verapdf-absent': {
    severity: 'warning',
    en: {
      message: 'VERAPDF names `{path}`, which cannot be run: veraPDF did not check the PDF',
      hint: 'let it name the launcher of veraPDF, as `/opt/verapdf/verapdf`',
    },
    'zh-CN': {
      message: 'VERAPDF 所指的 `{path}` 无法运行：未用 veraPDF 检查',
      hint: '请让它指向 veraPDF 的启动程序，如 `/opt/verapdf/verapdf`',
    },
  },
  'verapdf-broken': {
    severity: 'error',
    en: {
      message: 'veraPDF did not give a report ({reason})',
      hint: 'Banxin reads that of veraPDF 1.22 and newer; try `verapdf --flavour ua1 --format json` with the file',
    },
    'zh-CN': {
      message: 'veraPDF 没有给出报告（{reason}）',
      hint: '需要 veraPDF 1.22 或更高版本；可用 `verapdf --flavour ua1 --format json` 试查该文件',
    },
  },
  'verapdf-finding': {
    severity: 'warning',
    en: {
      message:
        '{finding} ({specification}, {clause}; test {test} of veraPDF; places: {count}, the first: {object})',
      hint: 'if Banxin made the PDF, report this as its fault, with the passage',
    },
    'zh-CN': {
      message:
        '{finding}（{specification}, {clause}；veraPDF 该条第 {test} 项；共 {count} 处，首处：{object}）',
      hint: '如 PDF 由 Banxin 生成，请附上相应段落反馈',
    },
  },
  'verapdf-finding-on-page': {
    severity: 'warning',
    en: {
      message:
        '{finding} ({specification}, {clause}; test {test} of veraPDF; places: {count}, on page {pages})',
      hint: 'if Banxin made the PDF, report this as its fault, with the passage',
    },
    'zh-CN': {
      message:
        '{finding}（{specification}, {clause}；veraPDF 该条第 {test} 项；共 {count} 处，第 {pages} 页）',
      hint: '如 PDF 由 Banxin 生成，请附上相应段落反馈',
    },
  },
  'verapdf-skipped': {
    severity: 'info',
    en: {
      message: 'veraPDF is not installed: only Banxin’s own check of PDF/UA-1 was made',
      hint: 'install veraPDF and put it on the PATH, or let VERAPDF name its launcher, to have both',
    },
    'zh-CN': {
      message: '没有安装 veraPDF：仅由 Banxin 自查 PDF/UA-1',
      hint: '请安装 veraPDF，把它加入 PATH，或让 VERAPDF 指向其启动程序，两种检查就都会运行',
    },
  },
  'verapdf-timeout': {
    severity: 'error',
    en: {
      message: 'veraPDF did not end within {seconds} s and was stopped',
      hint: 'try again when the machine is less busy',
    },
    'zh-CN': { message: 'veraPDF 在 {seconds} 秒内没有结束，已被中止', hint: '请在机器空闲时重试' },
  },
} as const satisfies Messages;
