import type { Messages } from '../message.js';

/** What `banxin doctor` says of this machine. A browser that is missing or fails speaks in `print.ts`. */
export const doctorMessages = {
  'browser-of-package': {
    severity: 'info',
    en: { message: 'from the package @sparticuz/chromium' },
    'zh-CN': { message: '来自 @sparticuz/chromium 包' },
  },
  'browser-of-puppeteer': {
    severity: 'info',
    en: { message: 'downloaded by Puppeteer' },
    'zh-CN': { message: '由 Puppeteer 下载' },
  },
  'browser-of-setting': {
    severity: 'info',
    en: { message: 'named with BANXIN_BROWSER' },
    'zh-CN': { message: '由 BANXIN_BROWSER 指定' },
  },
  'fonts-found': {
    severity: 'info',
    en: { message: '{families} (faces: {count})' },
    'zh-CN': { message: '{families}（共 {count} 款）' },
  },
  'java-found': {
    severity: 'info',
    en: { message: 'runs the full EPUBCheck' },
    'zh-CN': { message: '用于运行完整的 EPUBCheck' },
  },
  'java-missing': {
    severity: 'info',
    en: {
      message: 'wanted, not needed: without it epubcheck-ts alone checks the EPUB',
      hint: 'install Java 11 or newer (e.g. `apt-get install default-jre-headless`) for the full EPUBCheck',
    },
    'zh-CN': {
      message: '可选；没有 Java 时，只由 epubcheck-ts 检查 EPUB',
      hint: '如要运行完整的 EPUBCheck，请安装 Java 11 或更高版本（如 `apt-get install default-jre-headless`）',
    },
  },
  'node-unfit': {
    severity: 'error',
    en: {
      message: 'Banxin does not run on this version',
      hint: 'install Node.js 20.19 or later, 22.12 or later, or 24',
    },
    'zh-CN': {
      message: '此版本无法运行 Banxin',
      hint: '请安装 Node.js 24，或 22.12、20.19 及其后的修订版本',
    },
  },
} as const satisfies Messages;
