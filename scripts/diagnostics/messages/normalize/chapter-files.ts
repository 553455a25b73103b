import type { Messages } from '../../message.js';

export const chapterFilesMessages = {
  'chapter-edited': {
    severity: 'warning',
    en: {
      message: '`{file}` was edited since it was made, so it was left as it is',
      hint: 'nothing to do: the raw text still gives what it gave before your edits',
    },
    'zh-CN': {
      message: '`{file}` 生成后有人修改过，已原样保留',
      hint: '无需处理：原稿的整理结果与修改前一致',
    },
  },
  'chapter-edited-new-text': {
    severity: 'warning',
    en: {
      message:
        '`{file}` was edited since it was made, so it was left as it is; the raw text now gives another chapter, written to `{draft}`',
      hint: 'compare the two, take over what you want, then delete `{draft}`',
    },
    'zh-CN': {
      message: '`{file}` 生成后有人修改过，已原样保留；原稿这次整理出的内容不同，另存为 `{draft}`',
      hint: '请对照两份文件，采纳需要的部分，然后删除 `{draft}`',
    },
  },
  'chapter-edited-orphan': {
    severity: 'warning',
    en: {
      message: '`{file}` is no longer made from this text, but was edited, so it was left in place',
      hint: 'delete it, or keep it as a chapter of your own',
    },
    'zh-CN': {
      message: '原稿不再生成 `{file}`，但有人修改过这个文件，因此予以保留',
      hint: '可以删除，也可以作为自己的章节保留',
    },
  },
  'chapters-of-another-text': {
    severity: 'error',
    en: {
      message: '`{folder}` already has chapters that were not made from `{raw}`',
      hint: 'name another folder with --out, or move the chapters away first',
    },
    'zh-CN': {
      message: '`{folder}` 中已有章节，且不是由 `{raw}` 生成的',
      hint: '请用 --out 指定另一个文件夹，或先移走这些章节',
    },
  },
  'ledger-mismatch': {
    severity: 'error',
    en: {
      message:
        '`{file}`, line {line} of its text, does not follow from the source and the ledger: it should be “{expected}”, but is “{found}”',
      hint: 'a chapter that nobody edited must be the source with the ledger’s edits; run `banxin normalize` again',
    },
    'zh-CN': {
      message: '`{file}` 正文第 {line} 行与原稿及改动记录不符：应为“{expected}”，实为“{found}”',
      hint: '没有人修改过的章节，应等于原稿加上记录中的改动；请重新运行 `banxin normalize`',
    },
  },
  'ledger-unreadable': {
    severity: 'error',
    en: {
      message: '`{file}` is no ledger that this version can read',
      hint: 'restore it; or delete it, move the chapters away and run `banxin normalize` again',
    },
    'zh-CN': {
      message: '`{file}` 不是本版本可读的改动记录',
      hint: '请恢复该文件；或将其删除、移走各章后重新运行 `banxin normalize`',
    },
  },
  'source-changed': {
    severity: 'error',
    en: {
      message: '`{file}` changed since its chapters were made',
      hint: 'run `banxin normalize` on it again',
    },
    'zh-CN': { message: '`{file}` 在生成各章之后有过改动', hint: '请对它重新运行 `banxin normalize`' },
  },
  'source-differs': {
    severity: 'error',
    en: {
      message: '`{kept}` already holds another text than `{raw}`',
      hint: 'to use the new text, replace the kept file yourself or rename the new one; nothing was written',
    },
    'zh-CN': {
      message: '`{kept}` 与 `{raw}` 内容不同',
      hint: '如要改用新文本，请自行替换先前保存的原稿，或给新文件改名；本次没有写入任何内容',
    },
  },
} as const satisfies Messages;
