import type { Locale } from './catalogue.js';

/** The variables that say which language the user reads; the first that is set decides (POSIX.1-2024, 8.2). */
const variables = ['BANXIN_LANG', 'LC_ALL', 'LC_MESSAGES', 'LANG'];

/** The language for messages and help: Chinese where the environment asks for any Chinese, else English. */
export function chooseLocale(environment: Readonly<Record<string, string | undefined>>): Locale {
  const wanted = variables.map((name) => environment[name]).find((value) => value);
  return wanted !== undefined && /^zh(?![a-z])/i.test(wanted) ? 'zh-CN' : 'en';
}
