import { describe, expect, it } from 'vitest';
import { catalogue } from '../../scripts/diagnostics/catalogue.js';
import { banxin } from './run-banxin.js';

describe('banxin explain', () => {
  it('says what a code means, how bad it is, and what to do, in the language of the shell', async () => {
    const { en, 'zh-CN': zh } = catalogue['image-missing'];
    expect(await banxin(['explain', 'image-missing'])).toEqual({
      code: 0,
      stdout: `image-missing (error: nothing is made until it is mended)\n${en.message}\n→ ${en.hint}\n`,
      stderr: '',
    });
    const { stdout } = await banxin(['explain', 'image-missing'], { env: { LANG: 'zh_CN.UTF-8' } });
    expect(stdout).toBe(`image-missing (错误：改正之前不会有成品)\n${zh.message}\n→ ${zh.hint}\n`);
  });

  it('gives the same as one object', async () => {
    const { stdout } = await banxin(['explain', 'pages-unsettled', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ code: 'pages-unsettled', severity: 'warning', exitCode: 0 });
  });

  it('says of a code of a book’s own check whose words those are', async () => {
    const { code, stdout } = await banxin(['explain', 'own-house-style/name']);
    expect([code, stdout]).toEqual([
      0,
      expect.stringContaining('`checks` in its banxin.config, named `house-style`'),
    ]);
  });

  it('names the nearest code where there is none such', async () => {
    const { code, stderr } = await banxin(['explain', 'image-mising']);
    expect(code).toBe(2);
    expect(stderr).toContain('no finding has the code `image-mising`; the nearest is `image-missing`');
  });
});
