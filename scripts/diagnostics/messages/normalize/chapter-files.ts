import type { Messages } from '../../message.js';

export const chapterFilesMessages = {
  'chapter-conflict': {
    severity: 'warning',
    en: {
      message:
        'this passage was changed by hand, and otherwise by this run; both texts stand here, between markers',
      hint: 'make one passage of the three and delete the four marker lines; until then the book cannot be built',
    },
    'zh-CN': {
      message: '编者与本次整理对同一处文字各有改动，互不相同；两种文本均列于此处，以标记分隔',
      hint: '请将三段文字定为一段，并删除四行标记；在此之前无法生成书籍',
    },
  },
  'chapter-conflict-broken': {
    severity: 'warning',
    en: {
      message:
        'a new chapter begins in a passage that was changed by hand; that passage stands here whole, between markers, and the rest of the new text in `{next}`',
      hint: 'cut the passage where the new chapter begins, move its second half into `{next}`, and delete the four marker lines; until then the book cannot be built',
    },
    'zh-CN': {
      message:
        '新的一章从编者改动过的一段中间开始；编者的整段文字列于此处，以标记分隔，新文本的其余部分在 `{next}` 中',
      hint: '请在新章开始处将这一段分为两截，后一截移入 `{next}`，并删除四行标记；在此之前无法生成书籍',
    },
  },
  'chapter-edited-orphan': {
    severity: 'warning',
    en: {
      message: '`{file}` is no longer made from this text, but was edited, so it was left in place',
      hint: 'delete it, or keep it as a chapter of your own: from now on it is never touched',
    },
    'zh-CN': {
      message: '原稿不再生成 `{file}`，但有人修改过这个文件，因此予以保留',
      hint: '可以删除，也可以作为自己的章节保留，今后不会再改动它',
    },
  },
  'chapter-merged': {
    severity: 'info',
    en: {
      message:
        'merged: changes made by hand that were kept: {kept}; new ones of this run taken in: {taken}; conflicts: {conflicts}',
    },
    'zh-CN': {
      message: '已合并：保留编者改动 {kept} 处，采入整理稿的新改动 {taken} 处，冲突 {conflicts} 处',
    },
  },
  'chapter-name-taken': {
    severity: 'warning',
    en: {
      message:
        '`{file}` holds an editor’s own text, so the new chapter of that name was written to `{instead}`',
      hint: 'look where it belongs in the book, and give it another name; then run `banxin normalize` again',
    },
    'zh-CN': {
      message: '`{file}` 是编者自己的文件，因此同名的新章节改为写入 `{instead}`',
      hint: '请确定该文件在书中的位置并改名，然后重新运行 `banxin normalize`',
    },
  },
  'chapter-not-merged-encoding': {
    severity: 'warning',
    en: {
      message:
        '`{file}` was edited and is not UTF-8 any more, so it was left as it is; the new text is in `{draft}`',
      hint: 'save it as UTF-8, take over what you want from `{draft}`, then delete `{draft}`',
    },
    'zh-CN': {
      message: '`{file}` 经编者改动后已不是 UTF-8 编码，故原样保留；新文本另存为 `{draft}`',
      hint: '请将其存为 UTF-8，从 `{draft}` 中采纳需要的部分，然后删除 `{draft}`',
    },
  },
  'chapter-not-merged-source': {
    severity: 'warning',
    en: {
      message:
        '`{file}` was edited, and the source that it was made from is gone, so it was left as it is; the new text is in `{draft}`',
      hint: 'compare the two, take over what you want, then delete `{draft}`',
    },
    'zh-CN': {
      message: '`{file}` 有编者改动，而生成它的原稿已不在，无从合并，故原样保留；新文本另存为 `{draft}`',
      hint: '请对照两份文件，采纳需要的部分，然后删除 `{draft}`',
    },
  },
  'chapter-not-merged-writing': {
    severity: 'warning',
    en: {
      message:
        '`{file}` was edited, and what it was before cannot be made again (another version of Banxin wrote it), so it was left as it is; the new text is in `{draft}`',
      hint: 'compare the two, take over what you want, then delete `{draft}`',
    },
    'zh-CN': {
      message:
        '`{file}` 有编者改动，而改动前的文本无法重新生成（系另一版本的 Banxin 所写），无从合并，故原样保留；新文本另存为 `{draft}`',
      hint: '请对照两份文件，采纳需要的部分，然后删除 `{draft}`',
    },
  },
  'chapters-edited': {
    severity: 'info',
    en: { message: 'edited chapters that nothing new came for, left as they are: {count}' },
    'zh-CN': { message: '没有新内容、原样保留的编者改动章节：{count} 个' },
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
  'chapters-renamed': {
    severity: 'info',
    en: {
      message: 'edited chapters that have another name now: {count}; the first, `{from}`, is `{to}`',
      hint: 'if `book.yaml` lists chapters by name, correct the names there',
    },
    'zh-CN': {
      message: '{count} 个经编者改动的章节已改名，第一个由 `{from}` 改为 `{to}`',
      hint: '如果 `book.yaml` 按文件名列出章节，请在其中一并改正',
    },
  },
  'conflict-first': {
    severity: 'error',
    en: {
      message: 'a conflict stands here that an earlier run left, and this run would change the chapter again',
      hint: 'make one passage of it and delete the marker lines, then run again; nothing was written',
    },
    'zh-CN': {
      message: '此处仍有上次合并留下的冲突，而本次又要改动这一章',
      hint: '请先定稿并删除标记行，再重新运行；本次没有写入任何内容',
    },
  },
  'conflict-open': {
    severity: 'warning',
    en: {
      message: 'a conflict stands here that an earlier run left; the chapter was left as it is',
      hint: 'make one passage of it and delete the marker lines; until then the book cannot be built',
    },
    'zh-CN': {
      message: '此处仍有上次合并留下的冲突，本章已原样保留',
      hint: '请定稿并删除标记行；在此之前无法生成书籍',
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
      hint: 'to use the new text, put it in the place of the kept file: edits in the chapters are merged into it; or rename the new one; nothing was written',
    },
    'zh-CN': {
      message: '`{kept}` 与 `{raw}` 内容不同',
      hint: '如要改用新文本，请用它替换先前保存的原稿，各章中的编者改动会合并进去；否则请给新文件改名；本次没有写入任何内容',
    },
  },
  'text-outside': {
    severity: 'error',
    en: {
      message: '`{path}` leads out of the book’s folder; nothing was read or written',
      hint: 'copy what it leads to into the book; what is normalized lies in its `source/` and `chapters/`',
    },
    'zh-CN': {
      message: '`{path}` 指向书稿文件夹之外；没有读取或写入任何内容',
      hint: '请把所指的文件复制到书稿中；要整理的文本须在书稿的 `source/` 和 `chapters/` 里',
    },
  },
} as const satisfies Messages;
