import type { Messages } from '../../message.js';

export const constructMessages = {
  'bibliography-not-printed': {
    severity: 'warning',
    en: {
      message: 'sources are cited ({entries}), but no chapter lists them',
      hint: 'add a chapter with `kind: bibliography` in its front matter and an empty `::: bibliography` block',
    },
    'zh-CN': {
      message: '引用了 {entries} 种文献，但没有任何一章列出它们',
      hint: '请加一章，front matter 写 `kind: bibliography`，正文放一个空的 `::: bibliography` 块',
    },
  },
  'front-matter-foreign': {
    severity: 'info',
    en: {
      message: 'keys for other tools are passed by: {keys}',
      hint: 'what the book says of itself stands in book.yaml',
    },
    'zh-CN': { message: '以下键是给其他工具用的，已略过：{keys}', hint: '书的信息写在 book.yaml 中' },
  },
  'include-missing': {
    severity: 'warning',
    en: {
      message: 'there is no file `{path}` to include',
      hint: 'the path counts from the file that names it',
    },
    'zh-CN': { message: '找不到要包含的文件 `{path}`', hint: '路径从写这一行的文件算起' },
  },
  'include-outside': {
    severity: 'warning',
    en: {
      message: '`{path}` lies outside the book folder and is not included',
      hint: 'put the file into the folder',
    },
    'zh-CN': { message: '`{path}` 在书稿文件夹之外，没有包含', hint: '请把文件放进书稿文件夹' },
  },
  'include-round': {
    severity: 'error',
    en: {
      message: 'including `{path}` would go round, or deeper than 8 files',
      hint: 'take one of the includes out',
    },
    'zh-CN': { message: '包含 `{path}` 会循环，或者超过 8 层', hint: '请去掉其中一处包含' },
  },
  'include-too-much': {
    severity: 'error',
    en: { message: 'with `{path}` the chapter would be larger than 20 MB', hint: 'include less' },
    'zh-CN': { message: '包含 `{path}` 之后，这一章会超过 20 MB', hint: '请减少包含的内容' },
  },
  'index-not-printed': {
    severity: 'warning',
    en: {
      message: 'entries are marked for an index ({entries}), but no chapter prints one',
      hint: 'add a chapter with `kind: index` in its front matter and an empty `::: index` block',
    },
    'zh-CN': {
      message: '标了 {entries} 个索引条目，但没有任何一章印出索引',
      hint: '请加一章，front matter 写 `kind: index`，正文放一个空的 `::: index` 块',
    },
  },
  'label-duplicate': {
    severity: 'error',
    en: {
      message: 'the label `{label}` stands in {file}:{line} too: a reference could mean either',
      hint: 'give one of them another name',
    },
    'zh-CN': { message: '标签 `{label}` 在 {file}:{line} 也有：引用时无法区分', hint: '请改掉其中一个' },
  },
  'math-unreadable': {
    severity: 'error',
    en: {
      message: 'the formula `{formula}` cannot be read: {reason}',
      hint: 'mend the LaTeX; a dollar sign of the text is written `\\$`',
    },
    'zh-CN': {
      message: '公式 `{formula}` 无法解析：{reason}',
      hint: '请修改 LaTeX；正文中的美元符号写作 `\\$`',
    },
  },
  'reference-broken': {
    severity: 'error',
    en: {
      message: 'nothing in the book has the name `{href}`: the reference has no words',
      hint: 'check the name; a label such as `#fig:map` stands in braces behind its figure, table, formula or heading',
    },
    'zh-CN': {
      message: '书中没有名为 `{href}` 的目标，引用处没有文字可印',
      hint: '请检查名称；`#fig:map` 一类标签写在花括号中，放在图、表、公式或标题之后',
    },
  },
  'reference-unread': {
    severity: 'warning',
    en: {
      message: '`{text}` looks like a reference, but is printed as it stands',
      hint: 'a Chinese name stands between brackets: `[@fig:地图]`',
    },
    'zh-CN': { message: '`{text}` 像是引用，却照原样印出', hint: '中文名称要放在方括号中：`[@fig:地图]`' },
  },
  'reference-without': {
    severity: 'error',
    en: {
      message: 'the link asks for the {blank} of its target, which has none',
      hint: 'a number comes from an id such as `#fig:map`, or from `numbering` in book.yaml',
    },
    'zh-CN': {
      message: '链接要印目标的 {blank}，但目标没有',
      hint: '编号来自 `#fig:map` 一类 id，或 book.yaml 的 `numbering`',
    },
  },
  'reference-without-name': {
    severity: 'error',
    en: {
      message: 'the link to `{href}` has no words, and its target has no name to print',
      hint: 'write words between the brackets',
    },
    'zh-CN': { message: '指向 `{href}` 的链接没有文字，目标也没有名称可印', hint: '请在方括号里写上文字' },
  },
  'references-missing': {
    severity: 'error',
    en: { message: 'there is no file `{path}`', hint: 'the path counts from the folder of book.yaml' },
    'zh-CN': { message: '找不到文件 `{path}`', hint: '路径从 book.yaml 所在的文件夹算起' },
  },
  'references-outside': {
    severity: 'error',
    en: { message: '`{path}` lies outside the book folder', hint: 'put the file into the folder' },
    'zh-CN': { message: '`{path}` 在书稿文件夹之外', hint: '请把文件放进书稿文件夹' },
  },
  'ruby-readings': {
    severity: 'warning',
    en: {
      message: '`{base}` has {characters} characters, but {readings} readings: they stand over the whole',
      hint: 'give one reading for the whole, or one for each character',
    },
    'zh-CN': {
      message: '“{base}”有 {characters} 个字，注音却有 {readings} 段：已合并标在整个词上',
      hint: '整个词给一段注音，或者每个字各给一段',
    },
  },
  'summary-empty': {
    severity: 'error',
    en: {
      message: 'the list of chapters has no links',
      hint: 'write one chapter a line: `- [Title](file.md)`',
    },
    'zh-CN': { message: '章节列表中没有链接', hint: '每章一行：`- [标题](文件.md)`' },
  },
  'summary-missing': {
    severity: 'error',
    en: {
      message: 'there is no list of chapters `{path}`',
      hint: 'the path counts from the folder of book.yaml',
    },
    'zh-CN': { message: '找不到章节列表 `{path}`', hint: '路径从 book.yaml 所在的文件夹算起' },
  },
  'table-merge-nothing': {
    severity: 'warning',
    en: {
      message: 'a cell says `{mark}`, but there is no cell that it could join',
      hint: '`<<` joins the cell at the left, `^^` the cell above; write `\\^^` if it is text',
    },
    'zh-CN': {
      message: '单元格写着 `{mark}`，但没有可并入的单元格',
      hint: '`<<` 并入左边的单元格，`^^` 并入上面的单元格；如果是文字，请写成 `\\^^`',
    },
  },
  'width-unknown': {
    severity: 'warning',
    en: { message: '`width={width}` is no width', hint: 'write per cent, mm, cm, em or px: `width=60%`' },
    'zh-CN': { message: '`width={width}` 不是宽度', hint: '请用 %、mm、cm、em 或 px，例如 `width=60%`' },
  },
} as const satisfies Messages;
