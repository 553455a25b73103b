/** Stretches of running text that examples are built of. */

export const prose =
  '时候既然是深冬，渐近故乡时，天气又阴晦了，冷风吹进船舱中，呜呜的响，从篷隙向外一望，苍黄的天底下，远近横着几个萧索的荒村，没有一些活气。';

/** Text broken at 20 characters, as a plain-text edition has it. */
export function wrapped(text: string): string {
  return (text.match(/.{1,20}/gu) ?? []).join('\n');
}

/** A headline with its byline and a first paragraph: what shows that a text is of a newspaper. */
export const newsStory = `老码头的下一程\n本报记者 傅青禾\n${prose}`;

/** A chapter of a novel under a heading. */
export function chapter(heading: string, text: string = prose.repeat(3)): string {
  return `${heading}\n${text}`;
}

/** English prose at 62 columns, with two stretches put into it. */
export function english(first: string, second: string): string {
  const line = 'It is a truth that every one of them would have been glad of a';
  return [
    line,
    'visit from so amiable a neighbour, and they had talked of it at',
    `length before he came. ${first} they went down to the`,
    'door together, where the carriage had been waiting for an hour',
    `without any one to look after it. He was fond of ${second}`,
    'and said so whenever he could, which was oftener than most of',
    'his friends would have liked, had they been asked for a view.',
  ].join('\n');
}
