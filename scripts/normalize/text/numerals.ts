const digits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  '○': 0,
  一: 1,
  壹: 1,
  元: 1,
  二: 2,
  贰: 2,
  貳: 2,
  弐: 2,
  两: 2,
  兩: 2,
  三: 3,
  叁: 3,
  參: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  陸: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const units: Readonly<Record<string, number>> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1000,
  仟: 1000,
  万: 10000,
  萬: 10000,
};

/** Characters of a Chinese number, for use inside a character class. */
export const chineseNumeral = '〇零○一二三四五六七八九十百千万两兩壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬';

/** The value of a number in Arabic (also full-width), Chinese or Roman figures, or an English word. */
export function numeralValue(text: string): number | undefined {
  const plain = text.normalize('NFKC').trim();
  if (/^\d{1,6}$/.test(plain)) return Number(plain);
  return chineseValue(plain) ?? romanValue(plain) ?? englishValue(plain);
}

function chineseValue(text: string): number | undefined {
  if (text === '') return undefined;
  let total = 0;
  let digit = 0;
  let positional = 0;
  let hasUnit = false;
  for (const char of text) {
    const unit = units[char];
    const value = digits[char];
    if (unit !== undefined) {
      hasUnit = true;
      total = unit === 10000 ? (total + digit) * unit : total + (digit || 1) * unit;
      digit = 0;
    } else if (value !== undefined) {
      positional = positional * 10 + value;
      digit = value;
    } else return undefined;
  }
  return hasUnit ? total + digit : positional;
}

const roman: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };

function romanValue(text: string): number | undefined {
  if (!/^(?=[MDCLXVI])M{0,3}(CM|CD|D?C{0,4})(XC|XL|L?X{0,4})(IX|IV|V?I{0,4})$/i.test(text)) return undefined;
  let total = 0;
  let last = 0;
  for (const char of [...text.toUpperCase()].reverse()) {
    const value = roman[char] ?? 0;
    total += value < last ? -value : value;
    last = Math.max(last, value);
  }
  return total;
}

const words =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const ordinals =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

function englishValue(text: string): number | undefined {
  const word = text.toLowerCase();
  const index = Math.max(words.indexOf(word), ordinals.indexOf(word));
  if (index >= 0) return index + 1;
  const [ten = '', one] = word.split('-');
  const step = tens.indexOf(ten);
  if (step < 0) return undefined;
  return (step + 2) * 10 + (one === undefined ? 0 : words.indexOf(one) + 1);
}
