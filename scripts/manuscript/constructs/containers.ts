import { containers as rule } from '../markdown/container-rule.js';
import type { Construct } from './construct.js';

/** `::: name` … `:::` around blocks (pandoc's fenced divs): what is set apart, by its name. */
export const containers: Construct = {
  name: 'containers',
  syntax: '::: kicker\n引题\n:::\n\n:::: {.note #my-note}\n内容\n::::',
  about: {
    en: 'blocks set apart: kicker, subtitle, byline, dateline, note, caption, captions, credit, signoff, continuation, lines, or a name of a theme’s own; inner ones may have fewer colons',
    'zh-CN':
      '独立的块：kicker 引题、subtitle 副题、byline 署名、dateline 电头、note 按语、caption 图说、captions、credit 来源、signoff 落款、continuation 转接、lines 逐行，或主题自定的名称',
  },
  markdown: (markdown) => {
    markdown.use(rule);
  },
};
