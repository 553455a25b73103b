/** The caret in the text: where it stands, what is selected, how it moves. */

/** A click into the text: an open place is looked at, any other place gets the caret. */
function clickText(event) {
  const { doubt } = event.target.closest('.doubt') ?? {};
  const selection = document.getSelection();
  if (doubt && selection.isCollapsed) {
    lookAtQuietly(doubt);
    return;
  }
  if (!selection.isCollapsed) return;
  const place = caretFromPoint(event.clientX, event.clientY);
  if (place && reading.sheet.contains(place.node)) {
    selection.collapse(place.node, place.index);
    pickSelection();
  }
}

function caretFromPoint(x, y) {
  if (document.caretPositionFromPoint) {
    const place = document.caretPositionFromPoint(x, y);
    return place && { node: place.offsetNode, index: place.offset };
  }
  const range = document.caretRangeFromPoint?.(x, y);
  return range && { node: range.startContainer, index: range.startOffset };
}

/** Takes what is selected in the text for what the reader has chosen. */
function pickSelection() {
  if (store.review.kind === 'markdown') return;
  const selection = document.getSelection();
  if (
    !selection.anchorNode ||
    !reading.sheet?.contains(selection.anchorNode) ||
    !reading.sheet.contains(selection.focusNode)
  )
    return;
  const range = selection.getRangeAt(0);
  const [from, to] = [
    offsetAt(range.startContainer, range.startOffset),
    offsetAt(range.endContainer, range.endOffset),
  ];
  if (from === undefined || to === undefined) return;
  const blocks = reading.sheet.blocks.filter(
    (block) =>
      block.start <= Math.max(from, to - 1) && endOf(block) >= from && (from === to || endOf(block) > from),
  );
  if (blocks.length === 0) return;
  Object.assign(reading, {
    item: undefined,
    place: undefined,
    picked: { blocks: from === to ? blocks.slice(-1) : blocks, from, to },
  });
  drawInspector();
}

/** The caret is drawn by the page: the text is not a field that can be typed into. */
function placeCaret() {
  document.querySelector('.caret')?.remove();
  const selection = document.getSelection();
  if (!reading.picked || !selection?.isCollapsed || !reading.sheet.contains(selection.anchorNode)) return;
  const rect = caretRect(selection);
  const frame = reading.sheet.getBoundingClientRect();
  const caret = h('span', { class: 'caret', 'aria-hidden': 'true' });
  Object.assign(caret.style, {
    left: `${rect.left - frame.left}px`,
    top: `${rect.top - frame.top}px`,
    height: `${rect.height}px`,
  });
  reading.sheet.append(caret);
}

function caretRect(selection) {
  const range = selection.getRangeAt(0);
  const [rect] = range.getClientRects();
  if (rect) return rect;
  const element =
    range.startContainer.nodeType === Node.TEXT_NODE
      ? range.startContainer.parentElement
      : range.startContainer;
  return element.getBoundingClientRect();
}

/** Moves the caret by a character, a line, or a paragraph. */
function moveCaret(direction, granularity, extend) {
  const selection = document.getSelection();
  if (!reading.picked || !selection.modify) return false;
  selection.modify(extend ? 'extend' : 'move', direction, granularity);
  pickSelection();
  return true;
}
