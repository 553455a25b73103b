import type { Chance } from '../../../scripts/bench/chance.js';

/** From 鲁迅《故乡》 (1921; in the public domain): how often characters come in a novel. */
const passage =
  '我冒了严寒，回到相隔二千余里，别了二十余年的故乡去。时候既然是深冬；渐近故乡时，天气又阴晦了，冷风吹进船舱中，呜呜的响，从蓬隙向外一望，苍黄的天底下，远近横着几个萧索的荒村，没有一些活气。我的心禁不住悲凉起来了。这不是我二十年来时时记得的故乡？我所记得的故乡全不如此。我的故乡好得多了。但要我记起他的美丽，说出他的佳处来，却又没有影像，没有言辞了。仿佛也就如此。于是我自己解释说：故乡本也如此，虽然没有进步，也未必有如我所感的悲凉，这只是我自己心情的改变罢了，因为我这次回乡，本没有什么好心绪。这时候，我的脑里忽然闪出一幅神异的图画来：深蓝的天空中挂着一轮金黄的圆月，下面是海边的沙地，都种着一望无际的碧绿的西瓜，其间有一个十一二岁的少年，项带银圈，手捏一柄钢叉。我想：希望是本无所谓有，无所谓无的。这正如地上的路；其实地上本没有路，走的人多了，也便成了路。';
const common = [...passage].filter((character) => /\p{Script=Han}/u.test(character));

/** The 3755 characters of GB 2312, first level: rows 16 to 55 of 94 characters, the last one short. */
const rarer = [
  ...new TextDecoder('gbk').decode(
    Uint8Array.from({ length: 3755 * 2 }, (_, index) => {
      const place = Math.floor(index / 2);
      return index % 2 === 0 ? 0xb0 + Math.floor(place / 94) : 0xa1 + (place % 94);
    }),
  ),
];
/** One character in so many is none of the passage's: a novel of 500 pages then has some 3500 different ones. */
const rarity = 7;

/** So many Chinese characters as in a novel by their frequency, if not by their sense. */
export function words(chance: Chance, count: number): string {
  return chance.times(count, () => character(chance)).join('');
}

function character(chance: Chance): string {
  const [from, place] = chance.isOnce(rarity) ? [rarer, chance.next() ** 2] : [common, chance.next()];
  return from[Math.floor(place * from.length)] ?? '';
}
