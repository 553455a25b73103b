/** A library as authors keep it: BibTeX and BibLaTeX mixed, Chinese and Western works of every kind. */
export const bib = String.raw`
% A comment, with an address me@a.cn in it.
@comment{ @book{gone, title = {Not an entry}} }
@preamble{ "\newcommand{\noop}[1]{}" }
@string{ zhsj = {中华书局} }
@string(SCI = "Science")

@book{chen,
  author    = {陈登原},
  title     = {国史旧闻},
  volume    = 1,
  location  = {北京},
  publisher = zhsj,
  date      = {2000},
  pages     = {29},
}

@book{harrison,
  author     = {哈里森 and 沃尔德伦},
  title      = {经济数学与金融数学},
  translator = {谢, 远涛},
  edition    = {2},
  address    = {北京},
  publisher  = {中国人民大学出版社},
  year       = {2012},
  pages      = {235--236},
  langid     = {chinese},
}

@article{yuan,
  author  = {袁 训来 and 陈 哲 and 肖 书海 and others},
  title   = {蓝田生物群},
  subtitle = {一个认识多细胞生物起源和早期演化的新窗口},
  journal = {科学通报},
  year    = 2012,
  volume  = {55},
  number  = {34},
  pages   = {3219},
}

@article{kanamori,
  author       = {Kanamori, Hiroo},
  title        = {Shaking without quaking},
  journaltitle = sci,
  date         = {1998-03-27},
  volume       = {279},
  number       = {5359},
  pages        = {2063--2064},
  doi          = {https://doi.org/10.1126/science.279.5359.2063},
}

@incollection{buseck,
  author    = {Buseck, P. R. and Nord, Jr, G. L. and Veblen, D. R. and Smith, J. V.},
  title     = {Subsolidus phenomena in pyroxenes},
  crossref  = {prewitt},
  pages     = {117--211},
}

@collection{prewitt,
  editor    = {Prewitt, C. T.},
  title     = {Pyroxene},
  location  = {Washington, D.C.},
  publisher = {Mineralogical Society of America},
  date      = {1980},
}

@inproceedings{erdos,
  author    = {Erd{\H o}s, P{\'a}l and G{\"o}del, Kurt},
  title     = {On the {NP} question: an \emph{open} problem},
  booktitle = {Proceedings of the {First} Congress},
  address   = {Z{\"u}rich},
  publisher = {Birkh\"auser},
  year      = 1961,
  month     = mar,
  pages     = {1--9},
}

@phdthesis{zhang,
  author = {张志祥},
  title  = {间断动力系统的随机扰动及其在守恒律方程中的应用},
  school = {北京大学},
  address = {北京},
  year   = {1998},
}

@techreport{who,
  author      = {{World Health Organization}},
  title       = {Factors regulating the immune response: report of {WHO} Scientific Group},
  institution = {WHO},
  address     = {Geneva},
  year        = 1970,
}

@standard{gbt,
  author    = {{全国信息与文献标准化技术委员会}},
  title     = {文献著录: 第4部分 非书资料},
  number    = {GB/T 3792.4—2009},
  location  = {北京},
  publisher = {中国标准出版社},
  date      = {2010},
  pages     = {3},
}

@patent{deng,
  author = {邓一刚},
  title  = {全智能节电器},
  number = {200610171314.3},
  date   = {2006-12-13},
}

@newspaper{ding,
  author = {丁文详},
  title  = {数字革命与竞争国际化},
  journal = {中国青年报},
  date   = {2000-11-20},
  pages  = {15},
}

@online{xiao,
  author  = {萧钰},
  title   = {出版业信息化迈入快车道},
  date    = {2001-12-19},
  urldate = {2002-04-15},
  url     = {http://www.creader.com/news/20011219/200112190019.html},
}

@book{waerden,
  author    = {van der Waerden, Bartel Leendert and Noether, Emmy},
  title     = {Moderne Algebra},
  edition   = {3},
  publisher = {Springer},
  address   = {Berlin},
  year      = {1950},
  langid    = {ngerman},
}

@book{smith-a,
  author = {Smith, John A. and others},
  title = {First things},
  publisher = {Norton}, address = {New York},
  edition = {1st},
  date = {2020-05/2020-06},
}

@book{smith-b,
  author = {Smith, John A. and others},
  title = {Second things},
  publisher = {Norton}, address = {New York},
  date = {2020},
}

@book{nobody,
  title = {无名氏集},
  year = {1934年},
}
`;
