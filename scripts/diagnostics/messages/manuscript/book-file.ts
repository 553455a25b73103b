import type { Messages } from '../../message.js';

/** What can be wrong with a book's folder and its `book.yaml`. */
export const bookFileMessages = {
  'book-folder-missing': {
    severity: 'error',
    en: {
      message: 'there is no folder `{folder}`',
      hint: 'check the path, or make the folder with a `book.yaml` and `chapters/` in it',
    },
    'zh-CN': {
      message: '找不到文件夹 `{folder}`',
      hint: '请检查路径，或新建该文件夹并放入 `book.yaml` 和 `chapters/`',
    },
  },
  'book-id-missing': {
    severity: 'error',
    en: {
      message: 'the book has no `id`, and the name of its folder `{folder}` cannot stand for one',
      hint: 'add `id:` in ASCII letters, digits, `-`, `_`, `.`',
    },
    'zh-CN': {
      message: '本书没有 `id`，文件夹名 `{folder}` 也不能代用',
      hint: '请加上 `id:`，只用英文字母、数字、`-`、`_`、`.`',
    },
  },
  'book-not-a-folder': {
    severity: 'error',
    en: {
      message: '`{folder}` is not a folder; a book is a folder with a `book.yaml`',
      hint: 'give the folder that holds `book.yaml`',
    },
    'zh-CN': {
      message: '`{folder}` 不是文件夹；一本书应是含有 `book.yaml` 的文件夹',
      hint: '请给出 `book.yaml` 所在的文件夹',
    },
  },
  'book-yaml-empty': {
    severity: 'error',
    en: {
      message: '`book.yaml` is empty; a book needs at least a title and a language',
      hint: 'write `title:` and `language:` into it, each with its value',
    },
    'zh-CN': {
      message: '`book.yaml` 是空的，至少要有书名和语言',
      hint: '请写明 `title:` 和 `language:`',
    },
  },
  'book-yaml-missing': {
    severity: 'error',
    en: {
      message: 'the book has no `book.yaml`: `{path}` does not exist',
      hint: 'write one with at least `title:` and `language:`',
    },
    'zh-CN': {
      message: '本书缺少 `book.yaml`：`{path}` 不存在',
      hint: '请新建该文件，至少写明 `title:` 和 `language:`',
    },
  },
  'book-yaml-not-a-map': {
    severity: 'error',
    en: {
      message: '`book.yaml` is a {found}; expected keys with values',
      hint: 'write lines such as `title: …` and `language: zh-Hans`',
    },
    'zh-CN': {
      message: '`book.yaml` 的内容是 {found}，应为“键: 值”的形式',
      hint: '请写成 `title: …`、`language: zh-Hans` 这样的行（text 文字、list 列表）',
    },
  },
  'book-yaml-not-utf8': {
    severity: 'error',
    en: { message: '`book.yaml` is not UTF-8 text', hint: 'save it as UTF-8' },
    'zh-CN': { message: '`book.yaml` 不是 UTF-8 文本', hint: '请另存为 UTF-8 编码' },
  },
  'date-wrong': {
    severity: 'error',
    en: {
      message: '`{key}` is `{value}`, which is no date; expected `2024`, `2024-05` or `2024-05-17`',
      hint: 'write year, month and day as digits with hyphens',
    },
    'zh-CN': {
      message: '`{key}` 的值 `{value}` 不是有效日期，应写作 `2024`、`2024-05` 或 `2024-05-17`',
      hint: '请用数字和连字符写年、月、日',
    },
  },
  'file-not-regular': {
    severity: 'error',
    en: { message: '`{path}` is not a regular file', hint: 'put a file there, not a folder, device or pipe' },
    'zh-CN': { message: '`{path}` 不是普通文件', hint: '此处应放文件，而不是文件夹、设备或管道' },
  },
  'file-too-large': {
    severity: 'error',
    en: {
      message: '`{path}` has {size} MB; at most {limit} MB are read',
      hint: 'split it into several files',
    },
    'zh-CN': { message: '`{path}` 有 {size} MB，超过 {limit} MB 的上限', hint: '请拆分成几个文件' },
  },
  'findings-cut': {
    severity: 'info',
    en: { message: '{count} more findings of the kind `{code}` are not shown' },
    'zh-CN': { message: '另有 {count} 条 `{code}` 未列出' },
  },
  'isbn-check-digit': {
    severity: 'error',
    en: {
      message: 'the check digit of `{key}` `{value}` is wrong',
      hint: 'compare the number with the certificate digit by digit',
    },
    'zh-CN': { message: '`{key}` 书号 `{value}` 的校验码不对', hint: '请与书号证书逐位核对' },
  },
  'isbn-form': {
    severity: 'error',
    en: {
      message: '`{key}` is `{value}`, which is no ISBN; expected 10 or 13 digits, hyphens allowed',
      hint: 'write it like `978-7-02-000220-7`',
    },
    'zh-CN': {
      message: '`{key}` 的值 `{value}` 不是书号，应为 10 位或 13 位数字，可带连字符',
      hint: '写法如 `978-7-02-000220-7`',
    },
  },
  'key-missing': {
    severity: 'error',
    en: { message: 'the key `{key}` is missing', hint: 'add `{key}:` with its value' },
    'zh-CN': { message: '缺少 `{key}`', hint: '请加上 `{key}:` 及其内容' },
  },
  'key-unknown': {
    severity: 'error',
    en: { message: 'unknown key `{key}`; known are {known}', hint: 'did you mean `{nearest}`?' },
    'zh-CN': { message: '无法识别的键 `{key}`；可用的有 {known}', hint: '是否想写 `{nearest}`？' },
  },
  'language-unknown': {
    severity: 'error',
    en: {
      message: '`{key}` is `{value}`, which is no language tag',
      hint: 'write a BCP 47 tag such as `zh-Hans`, `zh-Hant`, `ja` or `en`',
    },
    'zh-CN': {
      message: '`{key}` 的值 `{value}` 不是语言标签',
      hint: '请写 BCP 47 标签，如 `zh-Hans`、`zh-Hant`、`ja`、`en`',
    },
  },
  'list-empty': {
    severity: 'error',
    en: {
      message: '`{key}` is empty; expected at least one chapter',
      hint: 'list the chapters, or leave the key out to take all of `chapters/`',
    },
    'zh-CN': {
      message: '`{key}` 是空的，至少应有一章',
      hint: '请列出各章，或删去此键以采用 `chapters/` 下的全部文件',
    },
  },
  'name-wrong': {
    severity: 'error',
    en: {
      message:
        '`{key}` is `{value}`; expected ASCII letters, digits, `-`, `_`, `.`, beginning with a letter or digit',
      hint: 'choose a name such as `shanghai-2022`',
    },
    'zh-CN': {
      message: '`{key}` 的值 `{value}` 不合要求：应以英文字母或数字开头，只含英文字母、数字、`-`、`_`、`.`',
      hint: '请改用 `shanghai-2022` 这样的名称',
    },
  },
  'role-unknown': {
    severity: 'error',
    en: {
      message:
        'unknown role `{value}`; expected a MARC relator code or a word such as author, editor, translator',
      hint: 'did you mean `{nearest}`?',
    },
    'zh-CN': {
      message: '无法识别的责任方式 `{value}`；应为 MARC 代码，或作者、编者、译者等',
      hint: '是否想写 `{nearest}`？',
    },
  },
  'value-empty': {
    severity: 'error',
    en: { message: '`{key}` is empty; expected some words', hint: 'fill it in, or leave the key out' },
    'zh-CN': { message: '`{key}` 是空的', hint: '请填写内容，或删去此键' },
  },
  'value-type': {
    severity: 'error',
    en: { message: '`{key}` is a {found}; expected {expected}', hint: 'write it in that form' },
    'zh-CN': {
      message: '`{key}` 的类型是 {found}，应为 {expected}',
      hint: '请改成相应的写法（text 文字、list 列表、map 键值）',
    },
  },
  'value-unknown': {
    severity: 'error',
    en: { message: '`{key}` is `{value}`; expected one of {known}', hint: 'did you mean `{nearest}`?' },
    'zh-CN': { message: '`{key}` 的值 `{value}` 无效，应为 {known} 之一', hint: '是否想写 `{nearest}`？' },
  },
  'yaml-alias': {
    severity: 'error',
    en: { message: 'the alias `*{alias}` stands here; aliases are not read', hint: 'write the value out' },
    'zh-CN': { message: '此处用了 YAML 别名 `*{alias}`，不支持这种写法', hint: '请直接写出内容' },
  },
  'yaml-duplicate-key': {
    severity: 'error',
    en: { message: 'the key `{key}` stands here a second time', hint: 'keep one of the two' },
    'zh-CN': { message: '键 `{key}` 重复出现', hint: '请只保留一个' },
  },
  'yaml-malformed': {
    severity: 'error',
    en: {
      message: 'this is not well-formed YAML: {reason}',
      hint: 'mend the line; text with `: `, `#` or quotes in it needs quotes around it',
    },
    'zh-CN': { message: 'YAML 格式有误：{reason}', hint: '请改正此行；内容含有 `: `、`#` 或引号时要加引号' },
  },
} as const satisfies Messages;
