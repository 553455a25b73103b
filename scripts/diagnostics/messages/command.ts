import type { Messages } from '../message.js';

export const commandMessages = {
  'argument-missing': {
    severity: 'error',
    en: { message: '`banxin {command}` needs an argument that is missing', hint: 'for example: {example}' },
    'zh-CN': { message: '`banxin {command}` 缺少参数', hint: '例如：{example}' },
  },
  'argument-unexpected': {
    severity: 'error',
    en: {
      message: 'unexpected argument `{argument}`: `banxin {command}` takes {count} at most',
      hint: 'put quotes around a path with spaces; see `banxin {command} --help`',
    },
    'zh-CN': {
      message: '多余的参数 `{argument}`：`banxin {command}` 最多接受 {count} 个参数',
      hint: '路径中如有空格请加引号；用法见 `banxin {command} --help`',
    },
  },
  'banxin-fault': {
    severity: 'error',
    en: {
      message:
        'Banxin {version} has failed through a fault of its own ({reason}); please report this line and what you ran (BANXIN_DEBUG=1 shows more)',
    },
    'zh-CN': {
      message:
        'Banxin {version} 自身出错（{reason}）；请将此行和所运行的命令报告给开发者（设 BANXIN_DEBUG=1 可显示详情）',
    },
  },
  'book-not-chosen': {
    severity: 'error',
    en: {
      message: 'no book folder was given, and `manuscript/` holds more than one: {books}',
      hint: 'name one: banxin build {example}',
    },
    'zh-CN': {
      message: '未指定书稿文件夹，而 `manuscript/` 中不止一本：{books}',
      hint: '请指定其中一本：banxin build {example}',
    },
  },
  'book-not-given': {
    severity: 'error',
    en: {
      message: 'no book folder was given, and there is no `book.yaml` here or in a folder of `manuscript/`',
      hint: 'name the folder that holds `book.yaml`, or make one from raw text: banxin normalize raw.txt --out manuscript/my-book',
    },
    'zh-CN': {
      message: '未指定书稿文件夹，当前文件夹和 `manuscript/` 的子文件夹中都没有 `book.yaml`',
      hint: '请指定 `book.yaml` 所在的文件夹，或先由原稿生成：banxin normalize raw.txt --out manuscript/my-book',
    },
  },
  'code-unknown': {
    severity: 'error',
    en: {
      message: 'no finding has the code `{code}`; the nearest is `{nearest}`',
      hint: 'write the code as it stands in brackets before a message',
    },
    'zh-CN': {
      message: '没有代码为 `{code}` 的诊断；最接近的是 `{nearest}`',
      hint: '请照抄消息前方括号中的代码',
    },
  },
  'command-unknown': {
    severity: 'error',
    en: {
      message: 'unknown command `{command}`; the nearest known one is `{nearest}`',
      hint: 'the commands are {known}; the command comes before its arguments',
    },
    'zh-CN': {
      message: '未知命令 `{command}`；最接近的是 `{nearest}`',
      hint: '可用的命令：{known}；命令要写在参数之前',
    },
  },
  'ebook-fonts-unknown': {
    severity: 'error',
    en: {
      message: '`--ebook-fonts {fonts}` is not known; it may be {known}',
      hint: '`none` leaves the fonts out; without the option book.yaml decides',
    },
    'zh-CN': {
      message: '`--ebook-fonts {fonts}` 无法识别，可用的是 {known}',
      hint: '`none` 表示不嵌入字体；省去此选项则依 book.yaml',
    },
  },
  'editor-unknown': {
    severity: 'error',
    en: {
      message: 'no editor `{editor}` is known; the nearest name is `{nearest}`',
      hint: 'name one of {known}, or give its address, such as `{example}`',
    },
    'zh-CN': {
      message: '没有名为 `{editor}` 的编辑器；最接近的是 `{nearest}`',
      hint: '可写 {known} 之一，或写它的地址，如 `{example}`',
    },
  },
  'format-unknown': {
    severity: 'error',
    en: {
      message: 'unknown format `{format}`; the nearest known one is `{nearest}`',
      hint: 'the formats are {known}; put a comma between two: --format pdf,epub',
    },
    'zh-CN': {
      message: '未知格式 `{format}`；最接近的是 `{nearest}`',
      hint: '可用的格式：{known}；多个格式用逗号隔开：--format pdf,epub',
    },
  },
  'init-folder-not-empty': {
    severity: 'error',
    en: {
      message: '`{folder}` is not empty: a new book wants a folder of its own',
      hint: 'name one that is not there yet',
    },
    'zh-CN': {
      message: '`{folder}` 不是空文件夹：新书需要一个自己的文件夹',
      hint: '请指定一个尚不存在的文件夹',
    },
  },
  'jobs-invalid': {
    severity: 'error',
    en: {
      message: 'the number of jobs is `{jobs}`, and should be a whole number from 1 to {most}',
      hint: 'leave `--jobs` out: Banxin takes one job a core',
    },
    'zh-CN': {
      message: '同时排版的章数写作 `{jobs}`，应为 1 到 {most} 之间的整数',
      hint: '可省去 `--jobs`：默认每个处理器核心一章',
    },
  },
  'option-missing': {
    severity: 'error',
    en: { message: '`banxin {command}` needs the option `{option}`', hint: 'for example: {example}' },
    'zh-CN': { message: '`banxin {command}` 缺少选项 `{option}`', hint: '例如：{example}' },
  },
  'option-repeated': {
    severity: 'error',
    en: { message: '`{option}` is given more than once', hint: 'give it once' },
    'zh-CN': { message: '选项 `{option}` 重复', hint: '只写一次' },
  },
  'option-unknown': {
    severity: 'error',
    en: {
      message: 'unknown option `{option}`; the nearest known one is `{nearest}`',
      hint: '`{help}` lists all options',
    },
    'zh-CN': { message: '未知选项 `{option}`；最接近的是 `{nearest}`', hint: '全部选项见 `{help}`' },
  },
  'option-value-missing': {
    severity: 'error',
    en: { message: '`{option}` needs a value', hint: 'write it after the option: `{option} <value>`' },
    'zh-CN': { message: '选项 `{option}` 缺少值', hint: '请在选项后写出：`{option} <值>`' },
  },
  'option-value-unexpected': {
    severity: 'error',
    en: { message: '`{option}` takes no value, but `{value}` was given', hint: 'write `{option}` alone' },
    'zh-CN': { message: '选项 `{option}` 不带值，却给出了 `{value}`', hint: '只写 `{option}` 即可' },
  },
  'shell-unknown': {
    severity: 'error',
    en: {
      message: 'there is no completion for the shell `{shell}`; the nearest is `{nearest}`',
      hint: 'shells: {known}',
    },
    'zh-CN': { message: '没有 `{shell}` 的补全脚本；最接近的是 `{nearest}`', hint: '可用：{known}' },
  },
  'stdout-unwritable': {
    severity: 'error',
    en: {
      message: 'the report cannot be written to standard output ({reason})',
      hint: 'check where the output is redirected to',
    },
    'zh-CN': { message: '无法将结果写入标准输出（{reason}）', hint: '请检查输出重定向的目标' },
  },
} as const satisfies Messages;
