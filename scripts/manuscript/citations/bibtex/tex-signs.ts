/** Accents of TeX, as the combining characters of Unicode that they set on the letter that follows. */
export const accents: ReadonlyMap<string, string> = new Map([
  ['`', '\u0300'],
  ["'", '\u0301'],
  ['^', '\u0302'],
  ['~', '\u0303'],
  ['=', '\u0304'],
  ['u', '\u0306'],
  ['.', '\u0307'],
  ['"', '\u0308'],
  ['r', '\u030A'],
  ['H', '\u030B'],
  ['v', '\u030C'],
  ['d', '\u0323'],
  ['c', '\u0327'],
  ['k', '\u0328'],
  ['b', '\u0331'],
]);

/** Letters and signs that TeX names by words: name, sign, name, sign. */
const named = `
  ss ß SS ẞ o ø O Ø l ł L Ł ae æ AE Æ oe œ OE Œ aa å AA Å i ı j ȷ dh ð DH Ð th þ TH Þ dj đ DJ Đ ng ŋ NG Ŋ
  slash / textendash – textemdash — textquoteleft ‘ textquoteright ’ textquotedblleft “
  textquotedblright ” lq ‘ rq ’ guillemotleft « guillemotright » quotedblbase „ textasciitilde ~
  textasciicircum ^ textunderscore _ textless < textgreater > textbar | textbraceleft { textbraceright }
  textdollar $ textexclamdown ¡ textquestiondown ¿ textregistered ® texttrademark ™ textcopyright ©
  copyright © textdegree ° textperiodcentered · textbullet • textellipsis … dots … ldots … cdots ⋯ S §
  P ¶ dag † ddag ‡ pounds £ euro € texteuro € textyen ¥ textordmasculine º textordfeminine ª TeX TeX
  LaTeX LaTeX LaTeXe LaTeX2ε XeLaTeX XeLaTeX XeTeX XeTeX BibTeX BibTeX hyphen - bullet • times × pm ± cdot · div ÷ leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ approx ≈ sim ∼
  equiv ≡ infty ∞ rightarrow → to → leftarrow ← leftrightarrow ↔ Rightarrow ⇒ in ∈ notin ∉ subset ⊂ cup ∪
  cap ∩ forall ∀ exists ∃ partial ∂ nabla ∇ sum ∑ prod ∏ int ∫ sqrt √ ell ℓ hbar ℏ prime ′ circ ∘ ast ∗
  star ⋆ alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι
  kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω
  Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
`
  .trim()
  .split(/\s+/);

/** Letters and signs of TeX; `\name` to text. */
export const signs: ReadonlyMap<string, string> = new Map([
  ...named.flatMap((name, index) => (index % 2 === 0 ? [[name, named[index + 1] ?? ''] as const] : [])),
  ...[...'&%$#_{}@'].map((sign) => [sign, sign] as const),
  ...[' ', '\n', ';', ':', '\\', 'quad', 'newline'].map((name) => [name, ' '] as const),
  ...['!', '-', '/'].map((name) => [name, ''] as const),
  [',', '\u2009'],
  ['nobreakspace', '\u00A0'],
  ['textbackslash', '\\'],
]);

type Pair = readonly [before: string, after: string];

function withPair(names: string, before: string, after: string): readonly (readonly [string, Pair])[] {
  return names.split(' ').map((name) => [name, [before, after]]);
}

const smallCaps = '<span style="font-variant:small-caps;">';

/** Commands whose one argument stays, and what is set about it: the rich text of CSL-JSON. */
export const wrappers: ReadonlyMap<string, Pair> = new Map([
  ...withPair('emph textit textsl mathit mkbibemph', '<i>', '</i>'),
  ...withPair('textbf mathbf mkbibbold', '<b>', '</b>'),
  ...withPair('textsc', smallCaps, '</span>'),
  ...withPair('textsuperscript', '<sup>', '</sup>'),
  ...withPair('textsubscript', '<sub>', '</sub>'),
  ...withPair('enquote mkbibquote', '“', '”'),
  ...withPair('mkbibparens', '(', ')'),
  ...withPair('text textrm textup textsf texttt textnormal textmd mathrm mbox hbox url path', '', ''),
  ...withPair('operatorname mathcal mathsf ensuremath bibstring natexlab', '', ''),
]);

/** Switches that hold to the end of their group. */
export const switches: ReadonlyMap<string, Pair> = new Map([
  ...withPair('em it itshape sl slshape', '<i>', '</i>'),
  ...withPair('bf bfseries', '<b>', '</b>'),
  ...withPair('sc scshape', smallCaps, '</span>'),
  ...withPair('rm rmfamily tt ttfamily sf sffamily normalfont upshape relax protect', '', ''),
]);

/** Commands of two arguments of which only the second is text. */
export const secondOnly: ReadonlySet<string> = new Set([
  'href',
  'foreignlanguage',
  'textcolor',
  'texorpdfstring',
]);
