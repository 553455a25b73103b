import type { Messages } from '../message.js';

export const fileMessages = {
  'build-locked': {
    severity: 'error',
    en: {
      message: 'another build (process {pid}) is writing to `{folder}`',
      hint: 'wait for it to end, or write elsewhere with --out; if no build runs, remove `{lock}`',
    },
    'zh-CN': {
      message: '另一个构建（进程 {pid}）正在写入 `{folder}`',
      hint: '请等它结束，或用 --out 写到别处；若确实没有构建在运行，请删除 `{lock}`',
    },
  },
  'disk-full': {
    severity: 'error',
    en: {
      message: 'the disk is full: `{path}` was not written',
      hint: 'free some room and build again; nothing was left half written',
    },
    'zh-CN': { message: '磁盘已满：`{path}` 未写入', hint: '请腾出空间后重新构建；磁盘上没有留下残缺的文件' },
  },
  'disk-read-only': {
    severity: 'error',
    en: { message: '`{path}` lies on a read-only disk', hint: 'write elsewhere with --out' },
    'zh-CN': { message: '`{path}` 所在的磁盘是只读的', hint: '请用 --out 写到别处' },
  },
  'file-in-the-way': {
    severity: 'error',
    en: {
      message: '`{path}` cannot be written: a file stands where a folder is needed',
      hint: 'move the file, or write elsewhere with --out',
    },
    'zh-CN': {
      message: '无法写入 `{path}`：路径中应为文件夹处是一个文件',
      hint: '请移走该文件，或用 --out 写到别处',
    },
  },
  'file-not-found': {
    severity: 'error',
    en: { message: '`{path}` does not exist', hint: 'check the path' },
    'zh-CN': { message: '`{path}` 不存在', hint: '请检查路径' },
  },
  'file-unreadable': {
    severity: 'error',
    en: { message: '`{path}` cannot be read ({reason})', hint: 'check its permissions' },
    'zh-CN': { message: '无法读取 `{path}`（{reason}）', hint: '请检查读取权限' },
  },
  'file-unwritable': {
    severity: 'error',
    en: {
      message: '`{path}` cannot be written ({reason})',
      hint: 'check the permissions of the folder, or write elsewhere with --out',
    },
    'zh-CN': { message: '无法写入 `{path}`（{reason}）', hint: '请检查文件夹权限，或用 --out 写到别处' },
  },
  'folder-in-the-way': {
    severity: 'error',
    en: {
      message: '`{path}` cannot be written: a folder of that name stands there',
      hint: 'move the folder, or write elsewhere with --out',
    },
    'zh-CN': {
      message: '无法写入 `{path}`：同名的文件夹已存在',
      hint: '请移走该文件夹，或用 --out 写到别处',
    },
  },
  'out-inside-manuscript': {
    severity: 'error',
    en: {
      message: 'outputs would land in `{path}`, among the manuscript',
      hint: 'name another folder with --out',
    },
    'zh-CN': { message: '输出会落在书稿之中：`{path}`', hint: '请用 --out 指定别的文件夹' },
  },
} as const satisfies Messages;
