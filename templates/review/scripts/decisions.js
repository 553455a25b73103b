/** What an editor can choose, in words, and as entries of the decisions file. */

function ruleName(rule) {
  return t(`rule.${rule}`);
}

/** A role as it stands in the margin of the text. */
function roleName(role, level = 1) {
  if (role !== 'heading') return t(`role.${role}`);
  return level === 1 ? t('role.chapter') : t('role.level', { level });
}

/** A choice in words; `item` is what it is chosen for. */
function choiceName(choice, item) {
  if (!choice) return t('choice.none');
  if (choice.do === 'role') return t(`role.${choice.role}`);
  if (choice.do === 'replace') return replaceName(choice);
  if (choice.do === 'keep') {
    if (item?.flags?.length > 0 && item.outcomes?.[0]?.choice?.do === 'keep') return t('choice.keep-seen');
    return choice.from !== undefined && choice.from !== '' && choice.from.trim() === ''
      ? t('choice.keep-space')
      : t('choice.keep');
  }
  return t(`choice.${choice.do}`, choice);
}

function replaceName({ to }) {
  if (to === '') return t('choice.replace-out');
  return to.trim() === '' ? t('choice.replace-space') : t('choice.replace', { to });
}

/** The entry that a choice writes at a place. */
function entryAt(choice, place) {
  const anchor = kindOf(choice) === 'line' ? (place.lineAnchor ?? place.anchor) : place.anchor;
  return { ...choice, ...anchor };
}

/** The keys of a place: whatever is decided there settles it. */
function keysOf(item, place) {
  return [
    placeKey(item.kind, place.anchor),
    ...(place.lineAnchor ? [placeKey('line', place.lineAnchor)] : []),
  ];
}

function isPending(item, place) {
  return keysOf(item, place).some((key) => store.pending.has(key));
}

/** The places of an item that wait for a word; of a decided one, those that are not being taken back. */
function waitingPlaces(item) {
  if (store.pending.size === 0) return item.places;
  return item.places.filter((place) => !isPending(item, place));
}

/** Settles places of an item by a choice. */
function choose(item, choice, places) {
  if (!choice || places.length === 0) return;
  const what = choiceName(choice, item);
  decide({
    set: places.map((place) => entryAt(choice, place)),
    keys: places.flatMap((place) => keysOf(item, place)),
    what,
    item: item.id,
  });
  tell(
    places.length === 1
      ? t(store.served ? 'say.saved' : 'say.collected', { what })
      : t('say.saved-many', { count: places.length, what }),
  );
  leaveDoubt();
}

/** Takes decisions of an editor back. */
function takeBack(item, places) {
  const choice = item.outcomes[0].choice;
  decide({
    unset: places.map((place) => ({ ...choice, ...place.anchor })),
    keys: places.flatMap((place) => keysOf(item, place)),
    what: t('item.take-back'),
    item: item.id,
  });
  tell(t('item.take-back'));
}

async function undoLast() {
  tell(t((await undo()) ? 'say.undone' : 'say.nothing-to-undo'), false);
}
