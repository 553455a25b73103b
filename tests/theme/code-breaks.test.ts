import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { expect, it } from 'vitest';
import { breakInlineCode } from '../../scripts/theme/code-breaks.js';

/** The code as pages and e-books get it: `|` where a line may end. */
function broken(code: string): string {
  const paragraph = h('p', [h('code', code)]);
  breakInlineCode(paragraph);
  return toHtml(paragraph).slice('<p><code>'.length, -'</code></p>'.length).replaceAll('<wbr>', '|');
}

it.each([
  ['at its joints', 'source/dukou.txt.decisions.yaml', 'source/|dukou.|txt.|decisions.|yaml'],
  ['nowhere if it is short', 'fontFamily', 'fontFamily'],
  ['at its humps if it is long', 'measureFaceUsageOfEverything', 'measure|Face|Usage|OfEverything'],
  [
    'after every eighth character if it has neither',
    'da39a3ee5e6b4b0d3255bfef95601890',
    'da39a3ee|5e6b4b0d|3255bfef|95601890',
  ],
  [
    'not where it has spaces: lines end there',
    'npm run compile and something',
    'npm run compile and something',
  ],
  [
    'not in Chinese, where lines end anyway',
    '这一行另作处理页眉页码不入正文这一行另作处理页眉',
    '这一行另作处理页眉页码不入正文这一行另作处理页眉',
  ],
])('a line may end in a name of code %s', (_, code, shown) => {
  expect(broken(code)).toBe(shown);
});

it('leaves blocks of code alone', () => {
  const pre = h('pre', [h('code', 'a_long/path.of_code')]);
  breakInlineCode(pre);
  expect(toHtml(pre)).toBe('<pre><code>a_long/path.of_code</code></pre>');
});
