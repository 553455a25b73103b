/** The open places of the text that is read: one after another, each with what can be said of it. */

/** The mark of the open place that is looked at. */
function doubtElement() {
  if (!reading.place) return undefined;
  return [...reading.sheet.querySelectorAll('.doubt')].find(
    ({ doubt }) => doubt.place.start === reading.place.start && doubt.item.kind === reading.item.kind,
  );
}

/** Goes to the next open place of the text, or the one before, into the next chapter if need be. */
function stepDoubt(by) {
  const from = reading.place?.start ?? reading.picked?.from ?? reading.left ?? topOffset() - 1;
  const inChapter = doubtsOf(reading.chapter);
  const next =
    by > 0
      ? inChapter.find(({ place }) => place.start > from)
      : inChapter.findLast(({ place }) => place.start < from);
  if (next) {
    lookAt(next);
    return;
  }
  for (
    let chapter = reading.chapter + by;
    chapter >= 0 && chapter < store.review.chapters.length;
    chapter += by
  ) {
    const doubts = doubtsOf(chapter);
    const there = by > 0 ? doubts[0] : doubts.at(-1);
    if (there) {
      readAt(chapter, there.place.start);
      return;
    }
  }
  tell(t('say.finished'), false);
}

function topOffset() {
  const top = [...reading.sheet.querySelectorAll('.block')].find(
    (block) => block.getBoundingClientRect().bottom > 100,
  );
  return top ? Number(top.dataset.at) : 0;
}

function lookAt({ item, place }) {
  Object.assign(reading, { item, place, picked: undefined });
  document.getSelection()?.removeAllRanges();
  if (!doubtElement()) {
    readAt(reading.chapter, place.start);
    return;
  }
  drawInspector();
  doubtElement().scrollIntoView({ block: 'center' });
}

/** What is settled is no longer looked at; the next one is looked for from there. */
function leaveDoubt() {
  if (shownView !== 'read' || !reading.place) return;
  doubtElement()?.classList.remove('doubt');
  reading.left = reading.place.start;
  closeMenu();
}

/** Looks at an open place where it stands on the screen. */
function lookAtQuietly(doubt) {
  Object.assign(reading, { item: doubt.item, place: doubt.place, picked: undefined });
  document.getSelection()?.removeAllRanges();
  drawInspector();
}
