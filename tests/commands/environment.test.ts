import { describe, expect, it } from 'vitest';
import { chooseStyle } from '../../scripts/commands/terminal.js';
import { chooseLocale } from '../../scripts/diagnostics/locale.js';

describe('the language of messages', () => {
  it.each([
    [{}, 'en'],
    [{ LANG: 'C.UTF-8' }, 'en'],
    [{ LANG: 'zh_CN.UTF-8' }, 'zh-CN'],
    [{ LANG: 'zh_TW' }, 'zh-CN'],
    [{ LANG: 'zh' }, 'zh-CN'],
    [{ LANG: 'zha_CN' }, 'en'],
    [{ LC_MESSAGES: 'en_GB', LANG: 'zh_CN' }, 'en'],
    [{ LC_ALL: 'zh_CN', LC_MESSAGES: 'en_GB' }, 'zh-CN'],
    [{ LC_ALL: '', LANG: 'zh_CN' }, 'zh-CN'],
    [{ BANXIN_LANG: 'en', LC_ALL: 'zh_CN' }, 'en'],
    [{ BANXIN_LANG: 'ZH-hans' }, 'zh-CN'],
  ])('of %o is %s', (environment, locale) => {
    expect(chooseLocale(environment)).toBe(locale);
  });
});

describe('colour', () => {
  it.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ TERM: 'dumb' }, true, false],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ FORCE_COLOR: '3', NO_COLOR: '1' }, false, true],
  ])('with %o in a terminal (%s) is %s', (environment, isTerminal, colour) => {
    expect(chooseStyle('en', environment, isTerminal)).toEqual({ locale: 'en', colour });
  });
});
