import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { commands } from '../../scripts/commands/table.js';
import { banxin } from './run-banxin.js';

describe('help on the command line', () => {
  it('names every command, the exit codes and how to choose the language', async () => {
    const { code, stdout, stderr } = await banxin(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const { name } of commands) expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'));
    expect(stdout).toContain('0 fine, 1 the book has errors, 2 wrong usage, 3 a check of the outputs failed');
    expect(stdout).toContain('BANXIN_LANG');
  });

  it.each(
    commands.map((command) => [command.name, command] as const),
  )('of `banxin %s` has its options and an example, in both languages', async (name, command) => {
    const [english, chinese] = await Promise.all([
      banxin([name, '--help']),
      banxin(['help', name], { env: { LANG: 'zh_CN.UTF-8' } }),
    ]);
    expect([english.code, chinese.code]).toEqual([0, 0]);
    for (const text of [command.about.en, 'Usage: banxin', 'Examples:', ...command.examples]) {
      expect(english.stdout).toContain(text);
    }
    for (const text of [command.about['zh-CN'], '用法：banxin', '示例：', ...command.examples]) {
      expect(chinese.stdout).toContain(text);
    }
    for (const option of command.options) {
      expect(english.stdout).toContain(`--${option.name}`);
      expect(chinese.stdout).toContain(option.about['zh-CN']);
    }
  });

  it('of a command without arguments stands on standard error, with exit code 2', async () => {
    const { code, stdout, stderr } = await banxin([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Usage: banxin <command>');
  });

  it('leaves the version to --version, before and after a command', async () => {
    for (const words of [['--version'], ['-v'], ['build', '--version']]) {
      expect(await banxin(words)).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: '' });
    }
  });
});
