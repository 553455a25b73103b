/** Family names that most people in China bear (census of 2020, the first three hundred or so), in both scripts, and the double ones. */
const single =
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅高郑鄭梁谢謝宋唐许許韩韓邓鄧冯馮曹彭曾肖田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付方邹鄒熊白孟秦邱侯江尹薛闫阎閻段雷龙龍黎史陶贺賀毛郝顾顧龚龔邵万萬覃武钱錢戴严嚴莫孔向常汤湯康易乔喬赖賴施洪辛柯庄莊温溫牛樊葛邢安齐齊伍庞龐颜顏倪聂聶章鲁魯岳翟殷詹申欧歐耿关關兰蘭焦俞左柳甘祝包宁寧尚符舒阮柴纪紀梅童凌毕畢季裴霍涂苗曲盛冉翁蓝藍游靳柏苟鲍鮑喻查饶饒芦蘆宗蒙房臧解苑桂阳陽卜车車边邊项項景原晏卞荀屈贝貝佟鹿芮戚缪蒲冷卓冼区區佘闵閔骆駱井傅简簡巩辜匡麦麥池滕隋郎鄢伏宫宮支祁虞费費米廉岑成娄婁敖尤邸卫衛郁燕楼樓仇丛荣榮浦濮惠甄於冀阴陰桑仲計闻聞宿杭丰凤鳳茅茹巫乌烏封储儲巴弓隗宓蓬郗班仰秋伊栾欒暴厉厲戎祖束韶郜薊薄邰鄂籍蔺藺屠莘贡貢劳勞逄姬宰酈雍璩扈郏瞿慕习習宦艾魚古慎戈庾终暨衡弘寇祿阙殳沃蔚越夔隆晁勾訾阚那母沙乜养鞠豐巢荆竺桓';
const double = /^(?:欧阳|歐陽|上官|司马|司馬|诸葛|諸葛|皇甫|东方|東方|尉迟|公孙|令狐|慕容|司徒|端木|南宫)/u;

/** Whether a text begins with a Chinese family name. */
export function beginsWithSurname(text: string): boolean {
  return double.test(text) || (text !== '' && single.includes([...text][0] ?? ' '));
}

/** How many names a line holds and nothing else, or 0; a name of two characters may be spaced (易 简). */
export function countNames(text: string): number {
  const parts = text.split(/[\s　、]+/u);
  let count = 0;
  for (let i = 0; i < parts.length; i++, count++) {
    const part = parts[i] ?? '';
    const spaced = part.length === 1 ? part + (parts[++i] ?? '') : part;
    if (!/^\p{Script=Han}{2,4}$/u.test(spaced) || !beginsWithSurname(spaced)) return 0;
  }
  return count;
}
