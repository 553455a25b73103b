import { endsFully } from '../../text/characters.js';
import { countNames } from '../../text/surnames.js';

/** Forms that lines of newspapers and magazines have by custom, in both scripts. */

const press =
  '(?:本报|本報|本刊|本网|本網|本台|新华社|新華社|中新社|新华网|人民日报|人民網|人民网|央视|法新社|路透社|美联社|中央社)';
const title =
  '(?:首席|特约|特約|特派|驻\\S{1,4}|駐\\S{1,4}|见习|見習|实习|實習|全媒体|全媒體|融媒体|融媒體|体育|體育|财经)*';
const reporter = `(?:${title}(?:记者|記者|通讯员|通訊員|评论员|評論員|实习生|實習生|特约撰稿人|撰稿人?))`;
const names = '[\\p{L}·・、/／\\s　]{2,40}';

/** 本报讯, 【本報訊】, （新华社北京3月1日电）: how the text of a news item begins. */
const dateline = new RegExp(
  `^(?:[（(【［]?(?:据|據)?${press}[^。，]{0,24}?(?:讯|訊|电|電|消息|报道|報道|報導)(?:[）)】］：:（(\\s　]|$)|【[^】]{2,12}(?:讯|訊|电|電|消息|报道|報導)】|[（(【](?:${reporter}|${press}${reporter}?)[\\s　]*${names}(?:讯|訊|电|電|报道|報道|報導)?[）)】]|[\\p{Script=Han}]{2,6}(?:讯|訊)[\\s　]*[（(]${title}(?:记者|記者|通讯员|通訊員))`,
  'u',
);
const byline = new RegExp(
  `^[□■◎○●◆]?[\\s　]*(?:(?:${press}[\\s　]*${reporter}?|${reporter}|文字|摄影|攝影|撰文|图文|整理|采写|採寫|策划|編輯|口述|翻译|译者|作者)[\\s　:：/／]*${names}(?:文[/／、]?[摄图攝圖]|报道|報道|報導|采写|採寫|撰文|摄影报道|整理)?|${press}(?:评论员|評論員|记者|記者|编辑部|編輯部)|[文撰][\\s　]*[/／|｜:：][\\s　]*${names}|[◎□■][\\s　]*[\\p{L}·\\s　/／]{2,30}|\\p{Script=Han}{1,6}(?:记者|記者|通讯员|通訊員)[\\s　]+${names})$`,
  'u',
);
/** [日]江户川乱步/著　邓青/译: who wrote, translated or edited, by the word behind the name. */
const work =
  /^(?:(?:[[［〔（(]\p{Script=Han}{1,3}[\]］〕）)]\s*)?[\p{L}·]{2,12}[\s　/／]*(?:著|撰|译|譯|编著|編著|编|編|辑|輯|校注|校点|整理)[\s　]*){1,3}$/u;
/** 本报记者 傅青禾摄 took a picture; 文/摄 wrote as well. */
const photoCredit = /(?<!文[/／、]?)(?:摄|攝|摄影|攝影|供图|供圖|制图|製圖)$/u;
const anyMark = /[。，；：！？,;:!?“”「」《》…]/u;

/** Whether the text of a news item begins here, with the agency or paper that it comes from. */
export function isDateline(text: string): boolean {
  return dateline.test(text) && !isByline(text);
}

/** Whether a line says who wrote what follows, with the trade's words for it. */
export function isByline(text: string): boolean {
  if (text.length > 48 || /[。，；！？,;!?“”「」]/u.test(text) || photoCredit.test(text) || isColumn(text))
    return false;
  return byline.test(text) || work.test(text);
}

/** Whether a line is a name, or up to four, and nothing else; alone, two spaced characters are one. */
export function isNames(text: string): boolean {
  if (/^\p{Script=Han}[ 　]{1,3}\p{Script=Han}$/u.test(text)) return true;
  const count = countNames(text);
  return count > 0 && count <= 4;
}

/** Whether a line is a name with what its bearer does: 卢青樾（海岬师范学院文学院副教授）. */
export function isNameWithOffice(text: string): boolean {
  const match = /^([\p{Script=Han} 　]{2,5})[（(][^（()）。]{4,36}[）)]$/u.exec(text);
  return match !== null && isNames(match[1] ?? '');
}

/** Ends a word for what somebody is. */
const bearer = /\p{Script=Han}[者员員师師生人长長民士工友任授记記理家兵医醫农農客坊]$/u;

/** Whether a line says who somebody is and ends in the name: 读者 汤敬和, 浯江县一中教师 柏 舟. */
export function isSigned(text: string): boolean {
  if (text.length > 30 || anyMark.test(text)) return false;
  const [first = '', ...rest] = text.split(/[\s　]+/u);
  return bearer.test(first) && countNames(rest.join(' ')) === 1;
}

const dayMonth =
  '(?:(?:公元)?(?:[12]\\d{3}|[〇○零一二三四五六七八九]{4}|民[国國][\\d一二三四五六七八九十廿卅]{1,4})\\s*年\\s*)?[\\d一二三四五六七八九十廿卅]{1,3}\\s*月\\s*[\\d一二三四五六七八九十廿卅]{1,3}\\s*日';
const year = '(?:[12]\\d{3}|[〇○零一二三四五六七八九]{4})\\s*年\\s*[\\d一二三四五六七八九十廿卅]{1,3}\\s*月';
const dateEnd = new RegExp(`(?:${dayMonth}|${year})(?:于\\S{1,10}|[晨夜晚午])?$`, 'u');
const dateOnly = new RegExp(`^(?:${dayMonth}|${year})(?:于\\S{1,10}|[晨夜晚午])?$`, 'u');

/** Whether a line is a date and nothing else. */
export function isDate(text: string): boolean {
  return dateOnly.test(text);
}

/** Whether a short line ends in a date: who signs and when, on one line. */
export function endsInDate(text: string): boolean {
  return text.length <= 40 && dateEnd.test(text) && !anyMark.test(text);
}

const salutation =
  /^(?:(?:亲爱的|敬爱的|尊敬的|親愛的|敬愛的|广大|廣大|各位|全体|全體|致|各).{1,24}|.{1,14}(?:先生|女士|小姐|同志|同学|同學|老师|老師|教授|主编|主編|编辑|編輯|编辑部|編輯部|师傅|師傅|朋友们|朋友們|居民|市民|读者|讀者|单位|單位|兄|弟|姐|妹|爸爸|妈妈|媽媽|父亲|母亲|吾儿))[：:]$/u;

/** Whether a line addresses the reader of a letter. */
export function isSalutation(text: string): boolean {
  return salutation.test(text);
}

const note =
  /^[（(【［]?(?:编者按|編者按|编后语?|編後語?|编者的话|編者的話|编辑手记|編輯手記|编余|本报按|按语|按語|开栏的话|開欄的話|开栏语|主持人语|主持人的话|相关链接|新闻链接|链接|延伸阅读|名词解释|背景链接|作者简介|作者簡介|人物简介|人物名片|小档案|小贴士|小貼士|提示)[）)】］]?(?=$|[：:\s　])/u;

/** Whether an editor's note or a box beside the article begins here. */
export function isNote(text: string): boolean {
  return note.test(text);
}

const standing =
  /^(?:更[ 　]?正|更正启事|致歉|致歉声明|勘误|启事|啟事|声明|聲明|遗失声明|遺失聲明|公告|通告|讣告|訃告|征稿启事|徵稿啟事|招领启事|简讯|簡訊|短讯|短訊|短波|快讯|要闻简报|简明新闻|一句话新闻|新闻速递|天气预报|今日天气|今日潮汐|敬告读者|來函照登|来函照登|编读往来|本期导读|今日导读|导读|今日提示|便民信息)$/u;
const formal =
  /(?:通告|公告|通知|启事|啟事|声明|聲明|公示|名单|名單|一览|一覽|一览表|排行榜|简讯|簡訊|短讯|短訊|短波|热线[\d-]*|熱線[\d-]*|公报|决定|意见|倡议书|公开信|訃告|讣告|书讯|要目|时间表|积分榜|比分|统计|統計|数据|數據|成绩|名次)$/u;

/** Whether a line stands over items of its own kind in paper after paper: 更正, 简讯, …通告. */
export function isStandingHead(text: string): boolean {
  return standing.test(text) || (text.length <= 30 && formal.test(text));
}

const column =
  /(?:手记|手記|专栏|專欄|访谈|訪談|来信|來信|来鸿|來鴻|诗页|诗歌|诗笺|卷首语?|书评|書評|剧评|劇評|影评|影評|乐评|评论|評論|时评|時評|言论|论坛|論壇|热线|熱線|专题|專題|连载|連載|人物|特写|特寫|调查|調查|纪实|走笔|漫谈|漫談|广角|视点|视线|焦点|聚焦|钩沉|随笔|隨筆|散文|小说|小說|杂文|副刊|专访|專訪|观察|觀察|笔记|筆記|札记|故事|讲述|对话|對話|茶座|茶馆|书单|书架|新书|记忆|记录|档案|科普|百科|健康|寻访|行走|来论|社评|社論|社论|快评|短评|回头看|进行时|在行动|见闻|现场|漫笔|拾遗|沙龙|讲堂|课堂|展评)$/u;

const speaker = /(?:主持|主持会议|讲话|講話|致辞|致詞|出席|参加|批示)(?:会议|活动|讲话|致辞)?$/u;

/** Whether a line says who took part in what the headline tells: 周怀远主持并讲话. */
export function isAttendance(text: string): boolean {
  return text.length <= 40 && speaker.test(text);
}

/** Whether a short line names a column or section, as one does above a headline: 诗页, 讀者來鴻, 匠人访谈③. */
export function isColumn(text: string): boolean {
  const plain = text.replace(
    /[\s　]*(?:[①-⑳]|[（(][一二三四五六七八九十\d]{1,3}[）)]|之[一二三四五六七八九十]+)$/u,
    '',
  );
  return (
    text.length <= (plain === text ? 12 : 20) &&
    !anyMark.test(text) &&
    (column.test(plain) || plain !== text || /^[\p{Script=Han}]{2,4}[·|｜][\p{Script=Han}]{2,6}$/u.test(text))
  );
}

/** Whether a paragraph is an item of a list: it begins with an ornament, a time, or a number of a point. */
export function isItem(text: string): boolean {
  return /^(?:[●○◆◇■□★☆▲△•·]\s*\S|\d{1,2}[:：]\d{2}[\s　]|[①-⑳]|[（(]?\d{1,2}[）)、．.]\s*[^\d\s])/u.test(
    text,
  );
}

/** Whether a paragraph is a turn of an interview: 问：, 记者：, 霍守时：. A headline quotes likewise, but ends in no mark. */
export function isTurn(text: string): boolean {
  if (/^(?:[问答問]|Q|A|记者|記者)[：:]\S/u.test(text)) return true;
  return /^\p{Script=Han}{2,4}[：:]\S/u.test(text) && (endsFully(text) || text.length > 30);
}

/** Whether a short line is named like a poem or song: 拉网谣. */
export function isPoemTitle(text: string): boolean {
  return (
    text.length >= 2 &&
    text.length <= 10 &&
    /(?:谣|謠|歌|曲|颂|頌|吟|赋|賦|诗|詩|词|詞|辞|[（(](?:外|组|組).{1,3}首?[）)])$/u.test(text)
  );
}

const speech =
  /(?:表示|指出|强调|強調|认为|認為|说|說|介绍|介紹|透露|告诉|告訴|要求|写道|寫道|道|提出)[，：,:]|(?:[”」]).{0,8}(?:说|說)/u;

/** Whether a line tells what somebody said. */
export function reportsSpeech(text: string): boolean {
  return speech.test(text);
}

/** Whether a line breaks off with a dash and is no sentence, as a kicker does. */
export function breaksOff(text: string): boolean {
  return /[\p{L}\p{N}”》]——$/u.test(text) && text.length <= 60 && !/[。；！？]/u.test(text);
}
