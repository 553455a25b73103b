/** What can be done at a place of the text that the reader has chosen: a caret, or some characters. */

/** Roles whose lines stay lines; of any other role, lines that were one paragraph stay one. */
const linedRoles = new Set(['verse', 'signoff', 'lines', 'break', 'heading']);

/**
 * The reader's choice in the text: the blocks it touches, and the source offsets from and to; both are
 * the same where only a caret was placed.
 */
function textMenu({ blocks, from, to }) {
  const [block] = blocks;
  const within = blocks.length === 1 && to > from;
  const parts = [pickHead(blocks, from, to)];
  if (within) parts.push(charactersMenu(block, from, to));
  else if (from === to) parts.push(caretMenu(block, from));
  parts.push(roleMenu(blocks, from, to));
  if (blocks.length === 1) parts.push(rawOf(block));
  return h('div', { class: 'text-menu' }, parts);
}

function pickHead(blocks, from, to) {
  const [first] = blocks;
  const text = blocks.map((block) => rawBetween(block, from, to)).join('⏎');
  const around = (range) => rawBetween(first, ...range).replace(/\s+/g, '');
  const odd = first.odd ?? [];
  return h(
    'header',
    { class: 'pick' },
    h(
      'button',
      {
        type: 'button',
        class: 'quiet close',
        'aria-label': t('read.close'),
        on: { click: () => closeMenu() },
      },
      '×',
    ),
    manuscript(
      'p',
      { class: 'picked' },
      from === to
        ? [around([from - 8, from]), h('span', { class: 'caret-sign' }), around([from, from + 8])]
        : h('mark', {}, text.length > 40 ? `${text.slice(0, 20)}…${text.slice(-18)}` : text),
    ),
    odd.length > 0 &&
      blocks.length === 1 &&
      h('p', { class: 'hint' }, odd.map((one) => t(`read.${one}`)).join(language === 'zh' ? '；' : '; ')),
  );
}

function caretMenu(block, at) {
  const atStart = at <= block.start;
  return [
    h(
      'div',
      { class: 'menu-row' },
      button([t('read.break'), kbd('Enter')], () => breakAt(block, at), { disabled: atStart }),
      button([t('read.join'), kbd('Backspace')], () => joinBlock(block), { disabled: isFirstBlock(block) }),
    ),
    insertForm(at),
  ];
}

function insertForm(at) {
  const input = textInput(t('read.insert'), t('read.insert-label'));
  const submit = (event) => {
    event.preventDefault();
    if (input.value !== '')
      force([{ do: 'replace', from: '', to: input.value, at }], `${t('read.insert')} ${input.value}`);
  };
  return h(
    'form',
    { class: 'replace-form', on: { submit } },
    input,
    h('button', { type: 'submit' }, t('read.put-in')),
  );
}

function charactersMenu(block, from, to) {
  const input = textInput(t('item.instead'), t('item.instead-label'));
  input.classList.add('instead');
  const submit = (event) => {
    event.preventDefault();
    if (input.value !== '') replaceCharacters(block, from, to, input.value);
  };
  return [
    h('h3', {}, t('read.selected')),
    h(
      'form',
      { class: 'replace-form', on: { submit } },
      input,
      h('button', { type: 'submit' }, t('item.write')),
    ),
    h(
      'div',
      { class: 'menu-row' },
      button(t('read.keep'), () => keepCharacters(block, from, to)),
      button(t('read.delete'), () => replaceCharacters(block, from, to, '')),
    ),
  ];
}

function textInput(placeholder, label) {
  return h('input', {
    type: 'text',
    placeholder,
    'aria-label': label,
    lang: store.review.language,
    autocomplete: 'off',
    spellcheck: 'false',
  });
}

/** Keys of the line choices, as `0` running text, `1` chapter, `2` a heading of level 2. */
function keyOfChoice(choice) {
  if (choice.do === 'not-heading') return '0';
  if (choice.do === 'chapter') return '1';
  return choice.do === 'heading' ? String(choice.level) : undefined;
}

function roleMenu(blocks, from, to) {
  const lines = linesIn(blocks, from, to).length;
  const now = blocks[0];
  return [
    h('h3', {}, lines > 1 && blocks.length > 1 ? t('read.these', { count: lines }) : t('read.this')),
    h(
      'div',
      { class: 'chips' },
      store.review.lineChoices.map((choice) => {
        const key = keyOfChoice(choice);
        return button([choiceName(choice), key && kbd(key)], () => makeLines(blocks, from, to, choice), {
          class: isRole(now, choice) && blocks.length === 1 ? 'chip current' : 'chip',
        });
      }),
    ),
  ];
}

function isRole({ role, level }, choice) {
  if (choice.do === 'role') return choice.role === role;
  if (choice.do === 'not-heading') return role === 'body';
  return role === 'heading' && level === (choice.do === 'chapter' ? 1 : choice.level);
}

function rawOf(block) {
  const raw = block.pieces.map(({ text, raw }) => raw ?? text).join('');
  return h(
    'details',
    { class: 'block-raw' },
    h('summary', {}, t('read.raw')),
    manuscript('div', { class: 'raw' }, rawNodes(raw)),
  );
}

/** The source offsets of the lines that a choice touches. */
function linesIn(blocks, from, to) {
  if (blocks.length === 1 && to > from && !coversBlock(blocks[0], from, to))
    return [from, ...blocks[0].lines.filter((line) => line > from && line < to)];
  return blocks.flatMap(({ lines }) => lines);
}

function coversBlock(block, from, to) {
  return from <= block.start && to >= endOf(block);
}

function breakAt(block, at) {
  if (at <= block.start || at >= endOf(block)) return;
  force([{ do: 'break', at }], t('read.break'));
}

function joinBlock(block) {
  if (!isFirstBlock(block)) force([{ do: 'join', at: block.start }], t('read.join'));
}

function isFirstBlock(block) {
  return reading.chapter === 0 && reading.sheet?.blocks?.[0] === block;
}

/** Gives lines a role. Part of a paragraph is cut out of it; lines that were one paragraph stay one. */
function makeLines(blocks, from, to, choice) {
  const lines = linesIn(blocks, from, to);
  const [first] = lines;
  const role = choice.do === 'role' ? choice.role : choice.do === 'not-heading' ? 'body' : 'heading';
  const entries = [{ ...choice, ...(lines.length > 1 && { lines: lines.length }), at: first }];
  if (!linedRoles.has(role) && role !== 'body' && role !== 'furniture')
    for (const block of blocks)
      for (const line of block.lines.slice(1))
        if (lines.includes(line)) entries.push({ do: 'join', at: line });
  const [block] = blocks;
  const cut = blocks.length === 1 && to > from && to < endOf(block);
  if (cut) entries.push({ ...choiceThatKeeps(block.role), at: to });
  force(entries, choiceName(choice));
}

/** What the rest of a paragraph stays when a part of it is cut out. */
function choiceThatKeeps(role) {
  const isForced = store.review.lineChoices.some((one) => one.role === role);
  return isForced ? { do: 'role', role } : { do: 'not-heading' };
}

/** The runs of raw characters in a stretch of a block, cut at the ends of source lines. */
function runsIn(block, from, to) {
  const runs = [];
  let at = from;
  for (const part of rawBetween(block, from, to).split(/(\s*(?:\r\n|[\n\r\f\v\u2028\u2029])\s*)/)) {
    const lead = part.length - part.trimStart().length;
    if (part.trim() !== '') runs.push({ at: at + lead, from: part.trim() });
    at += part.length;
  }
  return runs;
}

function replaceCharacters(block, from, to, text) {
  const gap = rawBetween(block, from, to);
  const runs = gap.trim() === '' && gap !== '' ? [{ at: from, from: gap }] : runsIn(block, from, to);
  const entries = runs.map(({ at, from: raw }, i) => ({
    do: 'replace',
    from: raw,
    to: i === 0 ? text : '',
    at,
  }));
  force(
    entries.filter(({ from: raw, to: now }) => raw !== now),
    choiceName({ do: 'replace', to: text }),
  );
}

function keepCharacters(block, from, to) {
  const gap = rawBetween(block, from, to);
  const runs = gap.trim() === '' && gap !== '' ? [{ at: from, from: gap }] : runsIn(block, from, to);
  force(
    runs.map(({ at, from: raw }) => ({ do: 'keep', from: raw, at })),
    t('read.keep'),
  );
}

/** Writes what the reader forces. Without a server, places are named by the text that the page has. */
function force(entries, what) {
  if (entries.length === 0) return;
  closeMenu();
  const set = store.served ? entries : entries.map(({ at, ...entry }) => ({ ...entry, ...anchorAt(at) }));
  decide({ set, what });
  tell(t(store.served ? 'say.saved' : 'say.collected', { what }));
}

/**
 * The anchor of a source offset from the text that the page has: as much of the text around it as
 * makes it the only one. The normalizer names a place in the same way, with a number instead.
 */
function anchorAt(offset) {
  const { text, offsets } = rawOfAll();
  let at = offsets.findIndex((one) => one >= offset);
  if (at < 0) at = offsets.length;
  for (let reach = 8; reach <= 64; reach *= 2) {
    const [before, after] = [text.slice(Math.max(0, at - reach), at), text.slice(at, at + reach)];
    const first = text.indexOf(before + after);
    if (text.indexOf(before + after, first + 1) < 0) return { before, after };
  }
  return { before: text.slice(Math.max(0, at - 64), at), after: text.slice(at, at + 64) };
}

let rawCache;

/** The raw text of all chapters without white space, and where its characters stand. */
function rawOfAll() {
  if (rawCache) return rawCache;
  const parts = [];
  const offsets = [];
  const pieces = store.text.flat().flatMap((block) => block.pieces);
  for (const { text, offset, raw } of pieces.sort((a, b) => a.offset - b.offset))
    for (let i = 0; i < (raw ?? text).length; i++) {
      const char = (raw ?? text).charAt(i);
      if (/\s/.test(char)) continue;
      parts.push(char);
      offsets.push(offset + i);
    }
  rawCache = { text: parts.join(''), offsets };
  return rawCache;
}
