import type { Messages } from '../../message.js';

/** What can be wrong with chapters: their files, titles, notes, containers and ids. */
export const chapterMessages = {
  'chapter-empty': {
    severity: 'error',
    en: { message: 'the chapter has no content', hint: 'write it, or take it out of the book' },
    'zh-CN': { message: '本章没有内容', hint: '请补上内容，或从书中去掉本章' },
  },
  'chapter-is-folder': {
    severity: 'error',
    en: { message: 'the chapter `{path}` is a folder', hint: 'name a Markdown file' },
    'zh-CN': { message: '章节 `{path}` 是文件夹', hint: '请改为 Markdown 文件的名称' },
  },
  'chapter-listed-twice': {
    severity: 'error',
    en: { message: 'the chapter `{path}` is listed a second time', hint: 'keep one of the two' },
    'zh-CN': { message: '章节 `{path}` 重复列出', hint: '请只保留一处' },
  },
  'chapter-missing': {
    severity: 'error',
    en: {
      message: "there is no chapter file `{path}` in `chapters/` or in the book's folder",
      hint: 'check the name; the nearest in `chapters/` is `{nearest}`',
    },
    'zh-CN': {
      message: '在 `chapters/` 和本书文件夹里都找不到章节文件 `{path}`',
      hint: '请检查文件名；`chapters/` 里最接近的是 `{nearest}`',
    },
  },
  'chapter-not-utf8': {
    severity: 'error',
    en: {
      message: 'the file is not UTF-8 text: byte {offset} fits no character',
      hint: 'run `banxin normalize` on it, or save it as UTF-8',
    },
    'zh-CN': {
      message: '文件不是 UTF-8 文本：第 {offset} 字节无法解码',
      hint: '请用 `banxin normalize` 处理，或另存为 UTF-8 编码',
    },
  },
  'chapter-outside': {
    severity: 'error',
    en: { message: "the chapter `{path}` lies outside the book's folder", hint: 'copy it into `chapters/`' },
    'zh-CN': { message: '章节 `{path}` 在本书文件夹之外', hint: '请复制到 `chapters/` 中' },
  },
  'chapter-unlisted': {
    severity: 'warning',
    en: {
      message: '`{path}` is not among the `chapters` of `book.yaml`; its text is not in the book',
      hint: 'list it, or move it out of `chapters/`',
    },
    'zh-CN': {
      message: '`{path}` 没有列入 `book.yaml` 的 `chapters`，书中将没有它的内容',
      hint: '请把它列入，或移出 `chapters/`',
    },
  },
  'chapter-untitled': {
    severity: 'warning',
    en: {
      message: 'the chapter has no level-1 heading; `{title}` stands for it in contents and running heads',
      hint: 'begin it with `# title`, or give `title:` in front matter',
    },
    'zh-CN': {
      message: '本章没有一级标题，目录和书眉中暂用 `{title}`',
      hint: '请以 `# 章名` 开头，或在文件头写 `title:`',
    },
  },
  'chapters-none': {
    severity: 'error',
    en: { message: '`{folder}` has no chapters', hint: 'put Markdown files into its folder `chapters/`' },
    'zh-CN': { message: '`{folder}` 中没有章节', hint: '请把 Markdown 文件放进其中的 `chapters/`' },
  },
  'code-words-lost': {
    severity: 'warning',
    en: {
      message: '`{words}` behind the marks of a code block names its language; it is not printed',
      hint: 'if it is text, put it on a line of its own',
    },
    'zh-CN': { message: '代码块标记后的 `{words}` 表示语言，不会印出', hint: '如果是正文，请另起一行' },
  },
  'container-not-closed': {
    severity: 'warning',
    en: {
      message: 'the container `{name}` is not closed; it was ended with the block around it',
      hint: 'write `:::` after its last line',
    },
    'zh-CN': { message: '容器 `{name}` 没有结束标记，已随外层一起结束', hint: '请在它的末行之后写 `:::`' },
  },
  'container-stray-fence': {
    severity: 'warning',
    en: {
      message: '`{fence}` opens or closes no container and is printed as text',
      hint: 'write `::: name` with nothing behind it, and as many `:::` as there are containers',
    },
    'zh-CN': {
      message: '`{fence}` 没有对应的容器，将作为文字印出',
      hint: '开头应写 `::: 名称`，其后不加文字；结尾的 `:::` 要与开头一一对应',
    },
  },
  'control-character': {
    severity: 'error',
    en: {
      message: 'the control character {character} stands here; no output can show it',
      hint: 'delete it, or run `banxin normalize` on the source',
    },
    'zh-CN': {
      message: '此处有控制字符 {character}，无法输出',
      hint: '请删除，或对原稿运行 `banxin normalize`',
    },
  },
  'definition-unused': {
    severity: 'warning',
    en: {
      message:
        '`[{label}]: {text}` is read as the target of links, but no link uses it: it is not in the book',
      hint: 'delete it; if it is text, write `\\[` for its first bracket',
    },
    'zh-CN': {
      message: '`[{label}]: {text}` 被当作链接目标，但没有链接用到它，书中不会出现',
      hint: '请删除；如果是正文，请把开头的 `[` 写成 `\\[`',
    },
  },
  'heading-empty': {
    severity: 'warning',
    en: { message: 'the heading of level {level} has no words', hint: 'write them, or delete the heading' },
    'zh-CN': { message: '这个 {level} 级标题没有文字', hint: '请补上文字，或删除标题' },
  },
  'heading-level-skipped': {
    severity: 'warning',
    en: {
      message: 'the heading has level {level}; expected {expected} at most after the one before',
      hint: 'use a higher level, so that contents and outline have no gap',
    },
    'zh-CN': {
      message: '此处是 {level} 级标题，承接上文最低只能是 {expected} 级',
      hint: '请提高标题级别，使目录层次连续',
    },
  },
  'heading-second-title': {
    severity: 'warning',
    en: {
      message: '`{text}` is another level-1 heading; a chapter has one',
      hint: 'use `##`, or begin a new file',
    },
    'zh-CN': { message: '`{text}` 是又一个一级标题，而一章只应有一个', hint: '请改用 `##`，或另起一个文件' },
  },
  'id-duplicate': {
    severity: 'error',
    en: { message: 'the id `{id}` stands twice in this chapter', hint: 'give one of the two another id' },
    'zh-CN': { message: 'id `{id}` 在本章中重复', hint: '请给其中一处换一个 id' },
  },
  'nesting-too-deep': {
    severity: 'error',
    en: {
      message: 'blocks are nested too deep here',
      hint: 'write the passage with fewer levels of lists, quotes, containers or tags',
    },
    'zh-CN': { message: '此处嵌套层次过深', hint: '请减少列表、引文、容器或标签的层数' },
  },
  'note-duplicate': {
    severity: 'error',
    en: {
      message: 'the note `[^{label}]` is defined a second time; one of the two texts would be lost',
      hint: 'give one of them another label',
    },
    'zh-CN': { message: '注释 `[^{label}]` 重复定义，其中一条会丢失', hint: '请给其中一条换一个编号' },
  },
  'note-not-called': {
    severity: 'error',
    en: {
      message: 'the note `[^{label}]` is called nowhere; its text would be lost',
      hint: 'put `[^{label}]` where the note belongs, or delete the note',
    },
    'zh-CN': {
      message: '正文中没有引用注释 `[^{label}]`，其内容会丢失',
      hint: '请在相应位置写上 `[^{label}]`，或删除该注释',
    },
  },
  'note-undefined': {
    severity: 'warning',
    en: {
      message: '`[^{label}]` calls a note that is not there; it is printed as it stands',
      hint: 'write the note as `[^{label}]: …`; if it is no call, write `\\[` for its first bracket',
    },
    'zh-CN': {
      message: '找不到 `[^{label}]` 对应的注释，将照原样印出',
      hint: '请补上 `[^{label}]: …`；如果不是注释，请把 `[` 写成 `\\[`',
    },
  },
  'replacement-character': {
    severity: 'warning',
    en: {
      message: 'the character U+FFFD stands here: an earlier program could not read what was in its place',
      hint: 'put the right character there, or run `banxin normalize` on the source',
    },
    'zh-CN': {
      message: '此处有替换符 U+FFFD，说明之前有程序读不出原字',
      hint: '请补上正确的字，或对原稿重新运行 `banxin normalize`',
    },
  },
} as const satisfies Messages;
