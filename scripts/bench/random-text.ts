import type { Chance } from './chance.js';

const chinese = [
  '春江潮水连海平，海上明月共潮生。',
  '滟滟随波千万里，何处春江无月明！',
  '江流宛转绕芳甸；月照花林皆似霰——空里流霜不觉飞。',
  '“此开卷第一回也。”作者自云：因曾历过一番梦幻之后，故将真事隐去。',
  '满纸荒唐言，一把辛酸泪……都云作者痴，谁解其中味？',
  '市委、市政府于3月31日召开会议，研究部署下一阶段的工作（详见第2版）。',
  '列位看官：你道此书从何而来？说起根由虽近荒唐，细按则深有趣味。',
] as const;
const latin = [
  'Call me Ishmael. ',
  'Some years ago (never mind how long precisely) having little or no money in my purse, I thought I would sail about. ',
  'It is a way I have of driving off the spleen. ',
  'The value is 3.14159, or 22/7; see p. 42 ff. ',
] as const;
const japanese = [
  '吾輩は猫である。名前はまだ無い。',
  'どこで生れたかとんと見当がつかぬ。',
  'カタカナとひらがなを、まぜて書く。',
] as const;

/** Every character that a random book may hold, for fonts that are cut once for all of them. */
export const repertoire = [
  ...new Set(
    [
      ...chinese,
      ...latin,
      ...japanese,
      '漢〔〕〇0123456789第章节注条名和甲乙丙丁戊图表かんじ一二三四五六七八九十',
    ].join(''),
  ),
  ...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)),
  ...'•◦▪＊　⁠①②③④⑤⑥⑦⑧⑨⑩●○﹅‑‐↩·',
].join('');

/** Writes text of which every stretch carries a number that no other has: what is lost, doubled or moved shows. */
export class RandomText {
  #serial = 0;

  constructor(readonly chance: Chance) {}

  serial(): string {
    this.#serial += 1;
    return `〔${this.#serial}〕`;
  }

  /** A plain sentence of one of the scripts. */
  plain(): string {
    const { chance } = this;
    return (
      this.serial() +
      chance.of([chance.of(chinese), chance.of(chinese), chance.of(latin), chance.of(japanese)])
    );
  }

  /** Sentences in Chinese alone, so many characters or a few more. */
  chinese(length: number): string {
    let text = this.serial();
    while (text.length < length) text += this.chance.of(chinese);
    return text;
  }

  /** A few characters, as in a cell of a table. */
  word(): string {
    return this.serial() + this.chance.of(['甲乙', '丙', 'value', '3.5', '春江', 'かな', '']);
  }

  /** A sentence with inline elements in it, nested at times. */
  sentence(depth = 0): string {
    const { chance } = this;
    if (depth > 4 || chance.between(0, 2) < 2) return this.plain();
    const inner = this.sentence(depth + 1);
    switch (chance.between(0, 9)) {
      case 0:
        return `${this.serial()}<b>${inner}</b>`;
      case 1:
        return `<em>${inner}</em>${this.serial()}`;
      case 2:
        return `<b><i><u>${inner}</u></i></b>`;
      case 3:
        return `\`code${this.serial()}${this.address(chance.between(1, 8))}\``;
      case 4:
        return this.ruby(chance.between(1, 12));
      case 5:
        return `H<sub>${this.serial()}</sub>O<sup>${this.serial()}</sup>`;
      case 6:
        return `<small>${inner}</small><mark>${this.serial()}</mark>`;
      case 7:
        return `<span lang="en">${this.serial()}word</span>${inner}`;
      case 8:
        return `<a href="https://example.com/">${inner}</a>`;
      default:
        return `<s>${this.serial()}</s><q>${inner}</q>`;
    }
  }

  ruby(count: number): string {
    return this.chance
      .times(count, () => `<ruby>漢<rt>かん</rt></ruby>${this.chance.isOnce(3) ? this.serial() : ''}`)
      .join('');
  }

  /** An address or a line of code without a space. */
  address(steps: number): string {
    return `https://example.org/${this.chance.times(steps, (index) => `path${index}?q=${this.chance.between(1, 999)}`).join('/')}`;
  }

  /** A word without a place to break it. */
  longWord(letters: number): string {
    return `${this.serial()}${'abcdefghij'.repeat(Math.ceil(letters / 10))}${this.serial()}`;
  }
}
