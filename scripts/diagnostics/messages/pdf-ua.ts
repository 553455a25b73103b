import type { Messages } from '../message.js';

/** Rules of PDF/UA-1, each with its clause and failure conditions of the Matterhorn Protocol (sources: check/README.md). */
export const pdfUaMessages = {
  'pdf-ua-artifact-mixed': {
    severity: 'warning',
    en: {
      message:
        'artifacts and tagged content stand in each other on page {page} (ISO 14289-1, 7.1; Matterhorn 01-003, 01-004)',
      hint: 'screen readers may read this wrongly or not at all; build the PDF with Banxin, or mend its tags',
    },
    'zh-CN': {
      message: '第 {page} 页的装饰内容与标签内容相互嵌套（ISO 14289-1, 7.1；Matterhorn 01-003、01-004）',
      hint: '读屏软件可能读错或读不到；请用 Banxin 重新构建，或修正标签',
    },
  },
  'pdf-ua-display-title': {
    severity: 'warning',
    en: {
      message:
        'the window would show the name of the file, not the title (ISO 14289-1, 7.1; Matterhorn 07-001, 07-002)',
      hint: 'screen readers may read this wrongly or not at all; build the PDF with Banxin, or mend its tags',
    },
    'zh-CN': {
      message: '窗口显示的是文件名而不是书名（ISO 14289-1, 7.1；Matterhorn 07-001、07-002）',
      hint: '读屏软件可能读错或读不到；请用 Banxin 重新构建，或修正标签',
    },
  },
  'pdf-ua-figure-alt': {
    severity: 'warning',
    en: {
      message:
        'a {type} on page {page} has no alternative text (ISO 14289-1, 7.3 and 7.7; Matterhorn 13-004, 17-002)',
      hint: 'screen readers may read this wrongly or not at all; build the PDF with Banxin, or mend its tags',
    },
    'zh-CN': {
      message: '第 {page} 页的 {type} 没有替代文字（ISO 14289-1, 7.3、7.7；Matterhorn 13-004、17-002）',
      hint: '读屏软件可能读错或读不到；请用 Banxin 重新构建，或修正标签',
    },
  },
  'pdf-ua-heading-level': {
    severity: 'warning',
    en: {
      message:
        'a heading on page {page} is {type}, which leaves a level out (ISO 14289-1, 7.4.2; Matterhorn 14-002, 14-003)',
      hint: 'screen readers may read this wrongly or not at all; build the PDF with Banxin, or mend its tags',
    },
    'zh-CN': {
      message: '第 {page} 页的标题是 {type}，跳过了层级（ISO 14289-1, 7.4.2；Matterhorn 14-002、14-003）',
      hint: '读屏软件可能读错或读不到；请用 Banxin 重新构建，或修正标签',
    },
  },
  'pdf-ua-identifier': {
    severity: 'warning',
    en: {
      message:
        'the metadata do not say that the file follows PDF/UA-1 (ISO 14289-1, 5 and 7.1; Matterhorn 06-001, 06-002)',
      hint: 'screen readers may read this wrongly or not at all; build the PDF with Banxin, or mend its tags',
    },
    'zh-CN': {
      message: '元数据没有声明 PDF/UA-1（ISO 14289-1, 5、7.1；Matterhorn 06-001、06-002）',
      hint: '读屏软件可能读错或读不到；请用 Banxin 重新构建，或修正标签',
    },
  },
  'pdf-ua-language': {
    severity: 'warning',
    en: {
      message: 'the file does not say its language (ISO 14289-1, 7.2; Matterhorn 11-001)',
      hint: 'screen readers may read this wrongly or not at all; build the PDF with Banxin, or mend its tags',
    },
    'zh-CN': {
      message: '文件没有声明语言（ISO 14289-1, 7.2；Matterhorn 11-001）',
      hint: '读屏软件可能读错或读不到；请用 Banxin 重新构建，或修正标签',
    },
  },
  'pdf-ua-link-contents': {
    severity: 'warning',
    en: {
      message: 'a link on page {page} does not say what it is for (ISO 14289-1, 7.18.5; Matterhorn 28-012)',
      hint: 'screen readers may read this wrongly or not at all; build the PDF with Banxin, or mend its tags',
    },
    'zh-CN': {
      message: '第 {page} 页有链接没有说明用途（ISO 14289-1, 7.18.5；Matterhorn 28-012）',
      hint: '读屏软件可能读错或读不到；请用 Banxin 重新构建，或修正标签',
    },
  },
  'pdf-ua-link-structure': {
    severity: 'warning',
    en: {
      message: 'a link on page {page} stands in no Link element (ISO 14289-1, 7.18.5; Matterhorn 28-011)',
      hint: 'screen readers may read this wrongly or not at all; build the PDF with Banxin, or mend its tags',
    },
    'zh-CN': {
      message: '第 {page} 页有链接不在 Link 标签之内（ISO 14289-1, 7.18.5；Matterhorn 28-011）',
      hint: '读屏软件可能读错或读不到；请用 Banxin 重新构建，或修正标签',
    },
  },
  'pdf-ua-note-id': {
    severity: 'warning',
    en: {
      message: 'a note on page {page} has no ID of its own (ISO 14289-1, 7.9; Matterhorn 19-003, 19-004)',
      hint: 'screen readers may read this wrongly or not at all; build the PDF with Banxin, or mend its tags',
    },
    'zh-CN': {
      message: '第 {page} 页的注没有唯一的 ID（ISO 14289-1, 7.9；Matterhorn 19-003、19-004）',
      hint: '读屏软件可能读错或读不到；请用 Banxin 重新构建，或修正标签',
    },
  },
  'pdf-ua-parent': {
    severity: 'warning',
    en: {
      message: 'a {type} on page {page} stands in a {parent} (ISO 14289-1, 7.2; Matterhorn 09-004 to 09-007)',
      hint: 'screen readers may read this wrongly or not at all; build the PDF with Banxin, or mend its tags',
    },
    'zh-CN': {
      message: '第 {page} 页的 {type} 位于 {parent} 之内（ISO 14289-1, 7.2；Matterhorn 09-004 至 09-007）',
      hint: '读屏软件可能读错或读不到；请用 Banxin 重新构建，或修正标签',
    },
  },
  'pdf-ua-suspects': {
    severity: 'warning',
    en: {
      message:
        'the file says that its tags are doubtful, or maps standard types to others (ISO 14289-1, 7.1; Matterhorn 01-007, 02-004)',
      hint: 'screen readers may read this wrongly or not at all; build the PDF with Banxin, or mend its tags',
    },
    'zh-CN': {
      message: '文件声明标签可疑，或改变了标准标签的含义（ISO 14289-1, 7.1；Matterhorn 01-007、02-004）',
      hint: '读屏软件可能读错或读不到；请用 Banxin 重新构建，或修正标签',
    },
  },
  'pdf-ua-table-header': {
    severity: 'warning',
    en: {
      message: 'a header cell on page {page} does not say its scope (ISO 14289-1, 7.5; Matterhorn 15-003)',
      hint: 'screen readers may read this wrongly or not at all; build the PDF with Banxin, or mend its tags',
    },
    'zh-CN': {
      message: '第 {page} 页的表头单元格没有 Scope（ISO 14289-1, 7.5；Matterhorn 15-003）',
      hint: '读屏软件可能读错或读不到；请用 Banxin 重新构建，或修正标签',
    },
  },
  'pdf-ua-tabs': {
    severity: 'warning',
    en: {
      message:
        'the links of page {page} are not visited in the order of reading (ISO 14289-1, 7.18.3; Matterhorn 28-008, 28-009)',
      hint: 'screen readers may read this wrongly or not at all; build the PDF with Banxin, or mend its tags',
    },
    'zh-CN': {
      message: '第 {page} 页的链接没有按朗读顺序切换（ISO 14289-1, 7.18.3；Matterhorn 28-008、28-009）',
      hint: '读屏软件可能读错或读不到；请用 Banxin 重新构建，或修正标签',
    },
  },
  'pdf-ua-title': {
    severity: 'warning',
    en: {
      message: 'the metadata have no title (ISO 14289-1, 7.1; Matterhorn 06-003)',
      hint: 'screen readers may read this wrongly or not at all; build the PDF with Banxin, or mend its tags',
    },
    'zh-CN': {
      message: '元数据没有书名（ISO 14289-1, 7.1；Matterhorn 06-003）',
      hint: '读屏软件可能读错或读不到；请用 Banxin 重新构建，或修正标签',
    },
  },
  'pdf-ua-type': {
    severity: 'warning',
    en: {
      message:
        'the type {type} on page {page} is mapped to no standard type (ISO 14289-1, 7.1; Matterhorn 02-001)',
      hint: 'screen readers may read this wrongly or not at all; build the PDF with Banxin, or mend its tags',
    },
    'zh-CN': {
      message: '第 {page} 页的标签 {type} 没有映射到标准标签（ISO 14289-1, 7.1；Matterhorn 02-001）',
      hint: '读屏软件可能读错或读不到；请用 Banxin 重新构建，或修正标签',
    },
  },
  'pdf-ua-untagged': {
    severity: 'warning',
    en: {
      message:
        'page {page} has {count} pieces of content that are neither tagged nor artifacts (ISO 14289-1, 7.1; Matterhorn 01-005)',
      hint: 'screen readers may read this wrongly or not at all; build the PDF with Banxin, or mend its tags',
    },
    'zh-CN': {
      message: '第 {page} 页有 {count} 处内容既没有标签也不是装饰（ISO 14289-1, 7.1；Matterhorn 01-005）',
      hint: '读屏软件可能读错或读不到；请用 Banxin 重新构建，或修正标签',
    },
  },
} as const satisfies Messages;
