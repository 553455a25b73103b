/** A chapter as it came out: every character knows where it stands in the raw text. */

/** Blocks that are drawn at once; the next ones come when the reader comes near them. */
const blocksAtOnce = 250;

/** Draws blocks into a page, from the first to the one that holds an offset and some more. */
function drawBlocks(sheet, blocks, chapter, until = -1) {
  const doubts = doubtsByBlock(blocks, doubtsOf(chapter));
  let drawn = 0;
  sheet.blocks = blocks;
  const more = (to) => {
    const fragment = document.createDocumentFragment();
    for (; drawn < Math.min(to, blocks.length); drawn++)
      fragment.append(blockElement(blocks[drawn], doubts.get(drawn) ?? []));
    sheet.insertBefore(fragment, sheet.lastElementChild);
    if (drawn >= blocks.length) watch.disconnect();
  };
  const end = h('p', { class: 'chapter-end' }, t('read.end'));
  const watch = new IntersectionObserver(
    (seen) => seen.some(({ isIntersecting }) => isIntersecting) && more(drawn + blocksAtOnce),
    { rootMargin: '1500px' },
  );
  sheet.replaceChildren(end);
  more(blocksAtOnce);
  const at = blockIndexAt(blocks)(until);
  if (at >= drawn) more(at + blocksAtOnce);
  watch.observe(end);
}

/** Finds the block that a source offset lies in; the halves of an article may stand in another order than in the source. */
function blockIndexAt(blocks) {
  const order = blocks.map(({ start }, index) => ({ start, index })).sort((a, b) => a.start - b.start);
  return (offset) => order.findLast(({ start }) => start <= offset)?.index ?? -1;
}

function doubtsByBlock(blocks, doubts) {
  const indexAt = blockIndexAt(blocks);
  const found = new Map();
  for (const doubt of doubts) {
    const index = Math.max(0, indexAt(doubt.place.start));
    found.set(index, [...(found.get(index) ?? []), doubt]);
  }
  return found;
}

/** The open places of a chapter, in the order of the text. */
function doubtsOf(chapter) {
  return store.review.items
    .filter(({ state }) => state === 'open')
    .flatMap((item) => waitingPlaces(item).map((place) => ({ item, place })))
    .filter(({ place }) => place.chapter === chapter)
    .sort((a, b) => a.place.start - b.place.start || a.place.end - b.place.end);
}

const headingTags = ['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/** A block with its marks: of the line before it, of its characters, and of the paragraph's end. */
function blockElement(block, doubts) {
  const end = endOf(block);
  const heads = doubts.filter(({ item, place }) => item.kind === 'line' && place.start === block.start);
  const tails = doubts.filter(({ item, place }) => item.kind === 'line-end' && place.start >= end);
  const inner = doubts.filter((doubt) => !heads.includes(doubt) && !tails.includes(doubt));
  return h(
    block.role === 'heading' ? headingTags[block.level ?? 1] : 'p',
    {
      class: ['block', `block-${block.role}`, ...(block.odd ?? [])].join(' '),
      data: { at: block.start, role: block.role === 'body' ? '' : roleName(block.role, block.level) },
      title: block.odd?.map((odd) => t(`read.${odd}`)).join(language === 'zh' ? '；' : '; '),
    },
    heads.map(doubtMark),
    withRuby(block.pieces, (piece) => pieceElements(piece, inner)),
    tails.map(doubtMark),
  );
}

/** The elements of pieces, with ruby over what it reads: markup that an edit put in, piece by piece. */
function withRuby(pieces, toElements) {
  const elements = [];
  let inner = elements;
  for (const piece of pieces) {
    const [mark] = piece.markup ? [piece.text] : [];
    if (mark === '<ruby>') {
      inner = [];
      elements.push({ base: inner });
    } else if (mark === '<rt>' && inner !== elements) {
      inner = [];
      elements.at(-1).reading = inner;
    } else if (mark === '</rt></ruby>' && inner !== elements) inner = elements;
    else inner.push(toElements(piece));
  }
  return elements.map((one) => {
    if (one.base === undefined) return one;
    return h('ruby', {}, one.base.flat(), one.reading && h('rt', {}, one.reading.flat()));
  });
}

/** A mark that stands for a place without characters of its own. */
function doubtMark({ item, place }) {
  const mark = h('span', {
    class: `doubt doubt-${item.kind}`,
    role: 'button',
    tabindex: '0',
    'aria-label': ruleName(item.rule),
  });
  mark.doubt = { item, place };
  return mark;
}

/** A piece of a block, cut where something is in doubt. */
function pieceElements(piece, doubts) {
  if (piece.markup) return markupStretch(piece);
  if (piece.raw !== undefined) {
    const found = doubts.find(
      ({ place }) =>
        place.start < piece.offset + Math.max(1, piece.raw.length) &&
        place.end > piece.offset - 1 &&
        touches(place, piece.offset, piece.raw.length),
    );
    return stretch(piece.text, piece.offset, piece.raw, found);
  }
  const elements = [];
  let at = piece.offset;
  const end = piece.offset + piece.text.length;
  for (const doubt of doubts) {
    const [from, to] = [Math.max(at, doubt.place.start), Math.min(end, doubt.place.end)];
    if (from >= to) continue;
    if (from > at) elements.push(stretch(piece.text.slice(at - piece.offset, from - piece.offset), at));
    elements.push(stretch(piece.text.slice(from - piece.offset, to - piece.offset), from, undefined, doubt));
    at = to;
  }
  if (at < end) elements.push(stretch(piece.text.slice(at - piece.offset), at));
  return elements;
}

function touches({ start, end }, offset, length) {
  return length === 0 ? start === offset : start < offset + length && end > offset;
}

/** Markup that an edit put in; the raw text that it stands for is not shown. */
function markupStretch({ text, offset, raw }) {
  return h('span', { class: 'stretch markup', data: { o: offset, raw }, title: `${raw} → ${text}` }, text);
}

/** A stretch of text that knows its place; `raw` is what an edit found there. */
function stretch(text, offset, raw, doubt) {
  const classes = ['stretch'];
  if (raw !== undefined) classes.push(lineEnds.test(raw) && raw.trim() === '' ? 'rejoined' : 'edited');
  if (text === '') classes.push('gone');
  if (doubt) classes.push('doubt', `doubt-${doubt.item.kind}`);
  const props = { class: classes.join(' '), data: { o: offset, ...(raw !== undefined && { raw }) } };
  if (raw !== undefined && !classes.includes('rejoined'))
    props.title = `${raw.replace(/\s+/g, '␣')} → ${text === '' ? t('item.nothing') : text}`;
  if (doubt)
    Object.assign(props, {
      role: 'button',
      tabindex: '0',
      'aria-label': `${ruleName(doubt.item.rule)} ${text}`,
    });
  const element = h('span', props, text);
  if (doubt) element.doubt = doubt;
  return element;
}

/** The source offset of a place in the page, or nothing where it lies outside the text. */
function offsetAt(node, index) {
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  const piece = element.closest('.stretch');
  if (piece) {
    const offset = Number(piece.dataset.o);
    const inText = node.nodeType === Node.TEXT_NODE ? index : index === 0 ? 0 : piece.textContent.length;
    if (piece.dataset.raw === undefined) return offset + inText;
    return inText === 0 ? offset : offset + piece.dataset.raw.length;
  }
  const block = element.closest('.block');
  if (!block) return undefined;
  const after = [...block.childNodes].slice(index).find((child) => child.dataset?.o !== undefined);
  return after ? Number(after.dataset.o) : undefined;
}

/** The raw text of a block from one source offset to another. */
function rawBetween(block, from, to) {
  return block.pieces
    .map(({ text, offset, raw }) => {
      if (raw !== undefined) return touches({ start: from, end: to }, offset, raw.length) ? raw : '';
      return text.slice(Math.max(0, from - offset), Math.max(0, to - offset));
    })
    .join('');
}

/** Where a block ends in the source. */
function endOf({ pieces }) {
  const last = pieces.at(-1);
  return last ? last.offset + (last.raw ?? last.text).length : 0;
}
