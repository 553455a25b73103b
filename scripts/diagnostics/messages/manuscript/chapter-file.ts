import type { Messages } from '../../message.js';

/** What can be wrong with the files of chapters: texts that are passed over, links, conflicts, front matter, hidden controls. */
export const chapterFileMessages = {
  'chapter-file-skipped': {
    severity: 'warning',
    en: {
      message:
        '`{path}` is no chapter: only names that end in `.md` and begin with no dot are; its text is not in the book',
      hint: 'make it Markdown with a name ending in `.md`, list it in `book.yaml`, or move it out of `chapters/`',
    },
    'zh-CN': {
      message: '`{path}` 没有当作章节：文件名须以 `.md` 结尾，且不以点开头；书中将没有它的内容',
      hint: '请改为以 `.md` 结尾的 Markdown 文件，或在 `book.yaml` 中列出，或移出 `chapters/`',
    },
  },
  'chapter-folder-skipped': {
    severity: 'warning',
    en: {
      message:
        'the folder `{path}` holds texts, but only files right in `chapters/` are chapters; they are not in the book',
      hint: 'move them into `chapters/` itself as `.md` files, or list them in `book.yaml`',
    },
    'zh-CN': {
      message: '文件夹 `{path}` 里有文稿，但只有直接放在 `chapters/` 下的文件才算章节；书中将没有它们的内容',
      hint: '请把它们以 `.md` 文件直接放进 `chapters/`，或在 `book.yaml` 中列出',
    },
  },
  'chapter-link-dangling': {
    severity: 'error',
    en: {
      message: 'the chapter `{path}` cannot be read: it is a link to a file that is not there',
      hint: 'put the file itself in its place, or delete the link',
    },
    'zh-CN': {
      message: '章节 `{path}` 无法读取：它是一个链接，指向的文件不存在',
      hint: '请换成文件本身，或删除该链接',
    },
  },
  'chapter-link-loop': {
    severity: 'error',
    en: {
      message: 'the chapter `{path}` cannot be read: it is a link that leads back to itself',
      hint: 'put the file itself in its place, or delete the link',
    },
    'zh-CN': {
      message: '章节 `{path}` 无法读取：它是一个指回自身的链接',
      hint: '请换成文件本身，或删除该链接',
    },
  },
  'conflict-marker': {
    severity: 'error',
    en: {
      message: 'the line `{marker}` marks a conflict of two versions; the chapter is not printed with it',
      hint: 'make one passage of the versions and delete the lines `<<<<<<<`, `|||||||`, `=======` and `>>>>>>>`; if the line is text, write `\\` before it',
    },
    'zh-CN': {
      message: '`{marker}` 一行是两种文本冲突的标记，含有标记的章节不能排印',
      hint: '请将各版本定为一段，并删除 `<<<<<<<`、`|||||||`、`=======`、`>>>>>>>` 各行；如果这一行就是正文，请在行首加 `\\`',
    },
  },
  'direction-control': {
    severity: 'warning',
    en: {
      message:
        'the direction control {character} stands here, in all {count} in this chapter: what is printed may stand in another order than what is written',
      hint: 'delete these invisible characters (U+202A to U+202E, U+2066 to U+2069), unless the text needs them',
    },
    'zh-CN': {
      message: '此处有书写方向控制符 {character}，本章共 {count} 个：印出的文字顺序可能与原稿不同',
      hint: '请删除这些不可见字符（U+202A 至 U+202E、U+2066 至 U+2069），除非确有需要',
    },
  },
  'front-matter-not-a-map': {
    severity: 'error',
    en: {
      message: 'the front matter is a {found}; expected keys with values',
      hint: 'write lines such as `title: …`, or delete it with its `---` lines',
    },
    'zh-CN': {
      message: '文件头的内容是 {found}，应为“键: 值”的形式',
      hint: '请写成 `title: …` 这样的行，或连同 `---` 一并删除（text 文字、list 列表）',
    },
  },
  'front-matter-unclosed': {
    severity: 'error',
    en: {
      message:
        'front matter begins here with `---` and `{key}:`, but no line `---` ends it; it would be printed as text',
      hint: 'write `---` on the line after its last key; if it is text, leave a blank line after the first `---`',
    },
    'zh-CN': {
      message: '文件头从此处的 `---` 和 `{key}:` 开始，但没有结尾的 `---`，会被当作正文印出',
      hint: '请在最后一个键之后另起一行写 `---`；如果是正文，请在开头的 `---` 后空一行',
    },
  },
} as const satisfies Messages;
