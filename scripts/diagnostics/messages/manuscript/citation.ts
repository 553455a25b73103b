import type { Messages } from '../../message.js';

/** What can be wrong with libraries of references, citations and their styles. */
export const citationMessages = {
  'citation-empty': {
    severity: 'warning',
    en: {
      message: 'the style has nothing to print of `{key}` where it is cited',
      hint: 'give the entry an author, a title or a year',
    },
    'zh-CN': { message: '引用 `{key}` 处没有可印的内容', hint: '请给该条目补上作者、题名或年份' },
  },
  'citation-key-unknown': {
    severity: 'error',
    en: { message: 'no library of the book has an entry `{key}`', hint: 'did you mean `{nearest}`?' },
    'zh-CN': { message: '本书的文献库中没有条目 `{key}`', hint: '是否想写 `{nearest}`？' },
  },
  'citation-library-empty': {
    severity: 'error',
    en: {
      message: '`{key}` is cited, but the book has no library with entries',
      hint: 'name a `.bib` or CSL-JSON file with this entry in `book.yaml`',
    },
    'zh-CN': {
      message: '引用了 `{key}`，而本书没有含条目的文献库',
      hint: '请在 `book.yaml` 中写明含有该条目的 `.bib` 或 CSL-JSON 文件',
    },
  },
  'citation-locator-lost': {
    severity: 'warning',
    en: {
      message: 'the style `{style}` has no place for `{locator}` in the citation of `{key}`',
      hint: 'write it into the text, or choose a style that prints pages',
    },
    'zh-CN': {
      message: '样式 `{style}` 的引文中没有位置放 `{key}` 的 `{locator}`',
      hint: '请写进正文，或换用会印页码的样式',
    },
  },
  'citation-style-dependent': {
    severity: 'error',
    en: {
      message: 'the style `{file}` only names another: `{parent}`',
      hint: 'use the file of that other style',
    },
    'zh-CN': { message: '样式 `{file}` 只是指向另一样式：`{parent}`', hint: '请改用那一样式的文件' },
  },
  'citation-style-macro-missing': {
    severity: 'warning',
    en: {
      message: 'the style calls a macro `{macro}` that it does not have; nothing is printed there',
      hint: 'check its name',
    },
    'zh-CN': { message: '样式调用了它没有的宏 `{macro}`，该处不印任何内容', hint: '请检查宏的名称' },
  },
  'citation-style-malformed': {
    severity: 'error',
    en: {
      message: 'the style `{file}` is not well-formed XML: `{tag}` has no partner',
      hint: 'mend the file',
    },
    'zh-CN': { message: '样式 `{file}` 不是格式良好的 XML：`{tag}` 没有配对', hint: '请修正该文件' },
  },
  'citation-style-not-csl': {
    severity: 'error',
    en: {
      message: '`{file}` is no citation style: it has no `<style>` with a `<citation>`',
      hint: 'use a style in CSL 1.0, a file ending in `.csl`',
    },
    'zh-CN': {
      message: '`{file}` 不是引文样式：其中没有含 `<citation>` 的 `<style>`',
      hint: '请使用 CSL 1.0 样式，即扩展名为 `.csl` 的文件',
    },
  },
  'citation-style-unknown': {
    severity: 'error',
    en: {
      message: 'there is no citation style `{name}`; did you mean `{nearest}`?',
      hint: 'styles: {known}; or name a `.csl` file of the book',
    },
    'zh-CN': {
      message: '没有名为 `{name}` 的引文样式；是否想写 `{nearest}`？',
      hint: '可用样式：{known}；也可写本书的 `.csl` 文件',
    },
  },
  'citation-style-unreadable': {
    severity: 'error',
    en: {
      message: 'the style `{file}` cannot be carried out: {reason}',
      hint: 'check the file with the validator of citationstyles.org',
    },
    'zh-CN': {
      message: '样式 `{file}` 无法执行：{reason}',
      hint: '请用 citationstyles.org 的验证工具检查该文件',
    },
  },
  'citation-words-missing': {
    severity: 'info',
    en: {
      message: 'Banxin has no words in `{language}` for citations; English ones are used',
      hint: 'a style with its own `<locale>` brings them',
    },
    'zh-CN': { message: '引文用语没有 `{language}` 文本，改用英文', hint: '可使用自带 `<locale>` 的样式' },
  },
  'library-abbreviation-unknown': {
    severity: 'warning',
    en: {
      message:
        '`{word}` in the field `{field}` of `{key}` is explained by no `@string`; it is printed as it is',
      hint: 'put it in braces, or explain it above with `@string`',
    },
    'zh-CN': {
      message: '`{key}` 的字段 `{field}` 中的 `{word}` 没有 `@string` 定义，照原样印出',
      hint: '请加花括号，或在前面用 `@string` 定义',
    },
  },
  'library-comma-missing': {
    severity: 'error',
    en: {
      message: 'there is no comma before the field `{field}` of `{entry}`',
      hint: 'end the field above it with a comma',
    },
    'zh-CN': { message: '`{entry}` 的字段 `{field}` 之前缺少逗号', hint: '请在上一字段末尾加逗号' },
  },
  'library-command-unknown': {
    severity: 'warning',
    en: {
      message:
        'the TeX command `{command}` in the field `{field}` of `{key}` means nothing here; it was taken out',
      hint: 'write the characters themselves',
    },
    'zh-CN': {
      message: '`{key}` 的字段 `{field}` 中的 TeX 命令 `{command}` 无法识别，已去掉',
      hint: '请直接写出字符',
    },
  },
  'library-crossref-circle': {
    severity: 'warning',
    en: {
      message: 'the entry `{key}` inherits from `{parent}`, which leads back to it',
      hint: 'take one `crossref` out',
    },
    'zh-CN': {
      message: '条目 `{key}` 继承自 `{parent}`，而后者又指回前者',
      hint: '请去掉其中一个 `crossref`',
    },
  },
  'library-crossref-unknown': {
    severity: 'warning',
    en: {
      message: 'the entry `{key}` inherits from `{parent}`, which is not in the file',
      hint: 'add that entry, or write its fields here',
    },
    'zh-CN': {
      message: '条目 `{key}` 继承自 `{parent}`，而文件中没有后者',
      hint: '请补上该条目，或把字段写在这里',
    },
  },
  'library-date-unreadable': {
    severity: 'warning',
    en: {
      message: 'the field `{field}` of `{key}` is no date: `{value}`; it is printed as it is',
      hint: 'write dates as `2020-05-06`, spans as `2020-05/2020-06`',
    },
    'zh-CN': {
      message: '`{key}` 的字段 `{field}` 不是日期：`{value}`，照原样印出',
      hint: '日期请写 `2020-05-06`，起止请写 `2020-05/2020-06`',
    },
  },
  'library-entry-unclosed': {
    severity: 'error',
    en: {
      message: 'the entry `{entry}` has no end: a brace or a quote in it is not closed; it was left out',
      hint: 'count the braces of its fields',
    },
    'zh-CN': {
      message: '条目 `{entry}` 没有结尾：其中有花括号或引号未闭合，已略去',
      hint: '请核对各字段的花括号',
    },
  },
  'library-entry-unreadable': {
    severity: 'error',
    en: {
      message: 'what stands here in the list is no item of CSL-JSON',
      hint: 'an item is a map with `id` and `type`',
    },
    'zh-CN': { message: '列表的这一项不是 CSL-JSON 条目', hint: '条目应是含 `id` 和 `type` 的对象' },
  },
  'library-field-twice': {
    severity: 'warning',
    en: {
      message: 'the entry `{key}` has the field `{field}` twice; the last one counts',
      hint: 'take one of them out',
    },
    'zh-CN': { message: '条目 `{key}` 有两个 `{field}` 字段，以后一个为准', hint: '请去掉其中一个' },
  },
  'library-field-unreadable': {
    severity: 'error',
    en: {
      message: 'the entry `{entry}` was left out: where a field should begin there is none',
      hint: 'fields are written `name = "value",`',
    },
    'zh-CN': {
      message: '条目 `{entry}` 已略去：此处应是字段，却不是',
      hint: '字段的写法是 `名称 = "值",`',
    },
  },
  'library-key-missing': {
    severity: 'error',
    en: {
      message: 'an entry has no key and can never be cited; it was left out',
      hint: 'write `@book{key,` in BibTeX, `"id": "key"` in CSL-JSON',
    },
    'zh-CN': {
      message: '有条目没有键，无法引用，已略去',
      hint: 'BibTeX 请写 `@book{键,`，CSL-JSON 请写 `"id": "键"`',
    },
  },
  'library-key-twice': {
    severity: 'warning',
    en: { message: 'two entries have the key `{key}`; the first one counts', hint: 'rename one of them' },
    'zh-CN': { message: '有两个条目的键都是 `{key}`，以前一个为准', hint: '请给其中一个改名' },
  },
  'library-kind-unknown': {
    severity: 'error',
    en: {
      message: '`{file}` is no library that can be read: its name ends in neither `.bib` nor `.json`',
      hint: 'export it as BibTeX (`.bib`) or CSL-JSON (`.json`)',
    },
    'zh-CN': {
      message: '`{file}` 不是可读的文献库：扩展名既非 `.bib` 也非 `.json`',
      hint: '请导出为 BibTeX（`.bib`）或 CSL-JSON（`.json`）',
    },
  },
  'library-not-a-list': {
    severity: 'error',
    en: { message: 'the file is JSON, but no list of items', hint: 'export it as CSL-JSON: `[ … ]`' },
    'zh-CN': { message: '文件是 JSON，但不是条目列表', hint: '请导出为 CSL-JSON：`[ … ]`' },
  },
  'library-not-json': {
    severity: 'error',
    en: {
      message: 'the file is not JSON from here on',
      hint: 'look for a missing comma, quote or bracket before it, or a comma too many',
    },
    'zh-CN': { message: '文件从这里起不是 JSON', hint: '请检查此前是否缺少逗号、引号或括号，或多了逗号' },
  },
  'library-type-unknown': {
    severity: 'warning',
    en: {
      message: 'the entry `{key}` is of an unknown type `{type}`; it is set as a plain document',
      hint: 'did you mean `{nearest}`?',
    },
    'zh-CN': { message: '条目 `{key}` 的类型 `{type}` 未知，按一般文献处理', hint: '是否想写 `{nearest}`？' },
  },
  'library-value-wrong': {
    severity: 'warning',
    en: {
      message: 'the item `{key}` has a `{variable}` of a wrong form; it was left out',
      hint: 'names are lists of maps with `family` and `given`, dates are maps with `date-parts`',
    },
    'zh-CN': {
      message: '条目 `{key}` 的 `{variable}` 格式不对，已略去',
      hint: '姓名应是含 `family` 和 `given` 的对象列表，日期应是含 `date-parts` 的对象',
    },
  },
} as const satisfies Messages;
