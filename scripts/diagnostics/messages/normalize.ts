import type { Messages } from '../message.js';

export const normalizeMessages = {
  'article-half-missing': {
    severity: 'info',
    en: {
      message: 'the article “{title}” continues from {page}, which is not in this text',
      hint: 'the jump line was kept as a visible note and as `continued-from`; add the first half if you have it',
    },
    'zh-CN': {
      message: '文章《{title}》上接{page}，而本文件中没有前半部分',
      hint: '“上接”字样已保留在正文中，并记入 `continued-from`；如有前半部分，请补上',
    },
  },
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
  'character-private-use': {
    severity: 'warning',
    en: {
      message: 'private-use character U+{code} has no meaning outside its own font; it was kept',
      hint: 'look it up in the original and replace it in the chapter',
    },
    'zh-CN': {
      message: '私用区字符 U+{code} 离开原字体便无意义，已原样保留',
      hint: '请核对原件，在章节中改为正确的字',
    },
  },
  'character-undecodable': {
    severity: 'warning',
    en: {
      message: 'a byte here cannot be decoded; it stands as U+{code}',
      hint: 'look it up in the original, or name the encoding with --encoding',
    },
    'zh-CN': {
      message: '此处有无法解码的字节，暂以 U+{code} 代替',
      hint: '请核对原件，或用 --encoding 指定编码',
    },
  },
  'characters-unresolved-more': {
    severity: 'warning',
    en: {
      message: '{count} more characters are undecodable or private use',
      hint: 'the ledger lists them all',
    },
    'zh-CN': { message: '另有 {count} 个字符无法解码或属于私用区', hint: '改动记录（ledger）中列有全部位置' },
  },
  'encoding-unknown': {
    severity: 'error',
    en: { message: 'unknown encoding `{encoding}`', hint: 'use one of {known}' },
    'zh-CN': { message: '未知的编码 `{encoding}`', hint: '可用的编码：{known}' },
  },
  'file-is-binary': {
    severity: 'error',
    en: {
      message: '`{file}` is not a text file ({kind})',
      hint: 'export its text first, then normalize that',
    },
    'zh-CN': { message: '`{file}` 不是文本文件（{kind}）', hint: '请先导出为纯文本，再进行整理' },
  },
  'heading-not-found': {
    severity: 'info',
    en: {
      message: 'no heading was found for `{chapter}`; its front matter names the file instead',
      hint: 'write the title as a line `# …` and delete `title`',
    },
    'zh-CN': {
      message: '没有找到 `{chapter}` 的标题，暂以文件名代替，写在文件头的 `title` 中',
      hint: '请用 `# …` 一行写明标题，并删去 `title`',
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
  'stray-form': {
    severity: 'info',
    en: {
      message: 'Traditional 「{char}」 in Simplified text was kept (Simplified: {simplified})',
      hint: 'change it in the chapter if it is a slip',
    },
    'zh-CN': {
      message: '简体文中的繁体字“{char}”予以保留（简体为“{simplified}”）',
      hint: '如系误植，请在章节中改正',
    },
  },
  'text-empty': {
    severity: 'error',
    en: { message: '`{file}` holds no text', hint: 'check that it is the right file' },
    'zh-CN': { message: '`{file}` 中没有文字', hint: '请确认文件是否正确' },
  },
  'text-undecodable': {
    severity: 'error',
    en: {
      message: '`{file}` cannot be read as {encoding}: {share} % of it does not decode',
      hint: 'name its encoding with --encoding; if it is no text file, export its text first',
    },
    'zh-CN': {
      message: '无法按 {encoding} 读取 `{file}`：有 {share}% 不能解码',
      hint: '请用 --encoding 指定编码；若不是文本文件，请先导出为纯文本',
    },
  },
} as const satisfies Messages;
