/**
 * The hundred-odd characters that make up about 40 % of any Chinese or Japanese text, Simplified and
 * Traditional, with the marks of both. A wrong decoding scatters over the whole table and hits few.
 */
const common = new Set(
  '的一是不了在人有我他这這个個们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於着著下自之年过過发發后後作里裡用道行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心她本前开開但因只从從想实實日者意无無此間间見见長长把兩两問问手言何已矣曰其乃将將與与來去与門门' +
    '，。、：；！？“”「」『』（）《》…—　．' +
    'のにはをたがでてとしれさあるいうかなもらりこまだっんけよきくそせ',
);

/**
 * How much a text reads like one: the share of common characters among all above ASCII, 0 to 1.
 * For Latin text with few accents: whether what is above ASCII is letters and marks between letters.
 */
export function plausibility(text: string): number {
  let above = 0;
  let hits = 0;
  for (const char of text) {
    if (char < '\u0080') continue;
    above++;
    if (common.has(char)) hits++;
  }
  if (above === 0) return 1;
  const share = hits / above;
  return above < text.length * 0.2 ? Math.max(share, latinPlausibility(text, above)) : share;
}

function latinPlausibility(text: string, above: number): number {
  const fitting = text.match(
    /(?<=[A-Za-z])[À-ÖØ-öø-ÿŒœŠšŸ]|[À-ÖØ-öø-ÿŒœ](?=[A-Za-z])|(?<=[\w\s.,;!?])[’”“‘—–…]|[“‘«»£©§°](?=[\s\w])/g,
  );
  return (0.9 * (fitting?.length ?? 0)) / above;
}
