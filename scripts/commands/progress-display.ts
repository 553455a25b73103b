import type { Locale } from '../diagnostics/catalogue.js';
import type { OnProgress, Progress } from '../model/progress.js';
import { cutColumns, withoutControls } from './columns.js';
import { counted } from './counted.js';
import type { Terminal } from './terminal.js';

/** Work shorter than this (in milliseconds) is done without a word. */
const quietTime = 1000;

/** Stages in words; a stage without words shows its own name. */
const stageNames: Record<Locale, Readonly<Record<string, string>>> = {
  en: {
    browser: 'getting the browser ready',
    check: 'checking',
    ebook: 'making the e-book',
    fonts: 'cutting the fonts down to the text',
    layout: 'laying out pages',
    measure: 'measuring pages',
    normalize: 'normalizing',
    press: 'making the press PDF',
    print: 'printing the PDF',
    read: 'reading',
    write: 'writing',
  },
  'zh-CN': {
    browser: '准备浏览器',
    check: '检查',
    ebook: '制作电子书',
    fonts: '裁剪字体',
    layout: '排版',
    measure: '测量页面',
    normalize: '规范化',
    press: '生成印刷 PDF',
    print: '生成 PDF',
    read: '读取',
    write: '写入',
  },
};

/** Shows how far the work has come. `end` takes the line away and lets nothing follow. */
export interface ProgressDisplay {
  readonly onProgress: OnProgress;
  readonly end: () => void;
}

/** In a terminal one line that rewrites itself, elsewhere a plain line for each stage; both on standard error. */
export function showProgress(terminal: Terminal): ProgressDisplay {
  const draw = terminal.interactive ? rewriteLine(terminal) : announceStages(terminal);
  let latest: Progress | undefined;
  let state: 'quiet' | 'showing' | 'ended' = 'quiet';
  const timer = setTimeout(() => {
    state = 'showing';
    if (latest) draw(latest);
  }, quietTime);
  // A run that has nothing else to wait for must not wait for its progress line.
  timer.unref();
  return {
    onProgress: (progress) => {
      latest = progress;
      if (state === 'showing') draw(progress);
    },
    end: () => {
      if (state === 'showing' && terminal.interactive) terminal.stderr.write(clearLine);
      state = 'ended';
      clearTimeout(timer);
    },
  };
}

const clearLine = '\r\u001b[2K';

function rewriteLine({ stderr, style, columns }: Terminal): OnProgress {
  return (progress) => {
    const { stage, done, total, detail } = progress;
    const count = total > 1 ? ` ${done}/${total}` : '';
    const words = [
      `${stageName(stage, style.locale)}${count}`,
      ...figures(progress, style.locale),
      detail ?? '',
    ];
    const text = withoutControls(words.join(' ').trimEnd());
    // The last column stays free: some terminals wrap when it is filled.
    stderr.write(clearLine + cutColumns(text, columns - 1));
  };
}

function figures({ pages, secondsLeft }: Progress, locale: Locale): readonly string[] {
  const isChinese = locale === 'zh-CN';
  return [
    ...(pages === undefined ? [] : [isChinese ? `${pages} 页` : counted(pages, 'page')]),
    ...(secondsLeft === undefined
      ? []
      : [isChinese ? `剩余约 ${secondsLeft} 秒` : `about ${secondsLeft} s left`]),
  ];
}

function announceStages({ stderr, style }: Terminal): OnProgress {
  const announced = new Set<string>();
  return ({ stage }) => {
    if (announced.has(stage)) return;
    announced.add(stage);
    stderr.write(`${withoutControls(stageName(stage, style.locale))}…\n`);
  };
}

function stageName(stage: string, locale: Locale): string {
  return stageNames[locale][stage] ?? stage;
}
