/** ISO 639-2/B codes, which catalogues use (ONIX list 74), for those languages whose code in BCP 47 has two letters. */
const codes: Readonly<Record<string, string>> = Object.fromEntries(
  `af afr,am amh,ar ara,az aze,be bel,bg bul,bn ben,bo tib,br bre,bs bos,ca cat,cs cze,cy wel,da dan,de ger,el gre,en eng,
  eo epo,es spa,et est,eu baq,fa per,fi fin,fr fre,ga gle,gl glg,gu guj,he heb,hi hin,hr hrv,hu hun,hy arm,id ind,is ice,
  it ita,ja jpn,jv jav,ka geo,kk kaz,km khm,kn kan,ko kor,ku kur,ky kir,la lat,lb ltz,lo lao,lt lit,lv lav,mi mao,mk mac,
  ml mal,mn mon,mr mar,ms may,mt mlt,my bur,nb nob,ne nep,nl dut,nn nno,no nor,oc oci,or ori,pa pan,pl pol,ps pus,pt por,
  rm roh,ro rum,ru rus,sa san,sd snd,si sin,sk slo,sl slv,so som,sq alb,sr srp,sv swe,sw swa,ta tam,te tel,tg tgk,th tha,
  tk tuk,tl tgl,tr tur,tt tat,ug uig,uk ukr,ur urd,uz uzb,vi vie,yi yid,za zha,zh chi,zu zul`
    .split(',')
    .map((pair) => pair.trim().split(' ')),
);

/** The code that catalogues use for a language (a BCP 47 tag); nothing where we do not know it. */
export function iso6392b(tag: string): string | undefined {
  const { language } = new Intl.Locale(tag);
  return language.length === 3 ? language : codes[language];
}

/** The script that a language tag names (ISO 15924): `Hans` of `zh-Hans`. */
export function scriptOf(tag: string): string | undefined {
  return new Intl.Locale(tag).script;
}
