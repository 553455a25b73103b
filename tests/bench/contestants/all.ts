import { banxin } from './banxin.js';
import { chromium } from './chromium.js';
import type { Contestant } from './contestant.js';
import { pagedjsCli } from './pagedjs-cli.js';
import { typst } from './typst.js';
import { vivliostyle } from './vivliostyle.js';
import { weasyprint } from './weasyprint.js';

export const contestants: readonly Contestant[] = [
  banxin,
  pagedjsCli,
  chromium,
  vivliostyle,
  weasyprint,
  typst,
];
