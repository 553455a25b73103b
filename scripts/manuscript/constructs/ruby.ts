import type { Element, ElementContent } from 'hast';
import type { StateInline, Token } from 'markdown-it';
import { positionOf } from '../position.js';
import type { Construct, TokenContext } from './construct.js';

/** `{汉字|hànzì}`, `{東京|とう|きょう}`: readings over characters (VFM's form). */
export const ruby: Construct = {
  name: 'ruby',
  syntax: '{漢|かん}   {東京|とう|きょう}   {注音|ㄓㄨˋ|ㄧㄣ}',
  about: {
    en: 'a reading over words, or one over each character; `\\|` is a bar of the words',
    'zh-CN': '给词语或逐字加上注音；`\\|` 表示文字中的竖线',
  },
  markdown: (markdown) => {
    markdown.inline.ruler.before('link', 'ruby', rubyRule);
  },
  tokens: { ruby: readRuby },
};

const written = /\{((?:[^{}|\\\n]|\\.)+)((?:\|(?:[^{}|\\\n]|\\.)+)+)\}/y;

/** Letters that are given readings, or are readings: `{a|b}` is not ruby but what it looks like. */
const east = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u;

function rubyRule(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '{') return false;
  written.lastIndex = state.pos;
  const [whole, base, readings] = written.exec(state.src) ?? [];
  if (whole === undefined || base === undefined || readings === undefined || !east.test(whole)) return false;
  if (state.pos + whole.length > state.posMax) return false;
  if (!silent) {
    const token = state.push('ruby', 'ruby', 0);
    token.content = unescaped(base);
    token.meta = {
      readings: readings
        .slice(1)
        .split(/(?<!\\)\|/)
        .map(unescaped),
    };
  }
  state.pos += whole.length;
  return true;
}

function unescaped(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

function readRuby(token: Token, { findings, line }: TokenContext): readonly ElementContent[] {
  const readings = (token.meta as { readings: readonly string[] }).readings;
  const characters = [...token.content];
  const isByCharacter = readings.length > 1 && readings.length === characters.length;
  if (readings.length > 1 && !isByCharacter) {
    const values = { base: token.content, characters: characters.length, readings: readings.length };
    findings.report('ruby-readings', values, line);
  }
  const pairs = isByCharacter
    ? characters.map((character, index) => [character, readings[index] ?? ''] as const)
    : [[token.content, readings.join(' ')] as const];
  const element: Element = {
    type: 'element',
    tagName: 'ruby',
    properties: {},
    position: positionOf(line),
    children: pairs.flatMap(([base, reading]): ElementContent[] => [
      { type: 'text', value: base },
      { type: 'element', tagName: 'rt', properties: {}, children: [{ type: 'text', value: reading }] },
    ]),
  };
  return [element];
}
