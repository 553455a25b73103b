import type { Messages } from '../message.js';

export const fileMessages = {
  'build-locked': {
    severity: 'error',
    en: {
      message: 'another build (process {pid}) is writing to `{folder}`',
      hint: 'wait for it to end, or write elsewhere with --out',
    },
    'zh-CN': {
      message: '另一个构建（进程 {pid}）正在写入 `{folder}`',
      hint: '请等它结束，或用 --out 写到别处',
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
} as const satisfies Messages;
