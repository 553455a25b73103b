/** Printed text around a place as an outcome leaves it, set as it would be read. */

/** Characters shown on each side: by itself, and beside the text. */
const [previewReach, nearReach] = [44, 14];

function printedAround({ printed, raw }, reach) {
  const flat = (text) => text.replace(/\s*[\n\r\f\v\u2028\u2029]\s*/g, '⏎');
  const { before, after } = printed ?? { before: flat(raw.before), after: flat(raw.after) };
  return {
    before: before.length > reach ? `…${before.slice(-reach)}` : before,
    after: after.length > reach ? `${after.slice(0, reach)}…` : after,
  };
}

/** The preview of an outcome: paragraphs with their ends shown, what is in question marked. */
function preview(item, outcome, place, inText) {
  const { before, after } = printedAround(place, inText ? nearReach : previewReach);
  if (item.kind === 'line') return linePreview(before, after, outcome, item.line);
  const paragraphs = [[]];
  const add = (text, mark) => {
    for (const [i, part] of text.split('¶').entries()) {
      if (i > 0) {
        paragraphs.at(-1).push(h('span', { class: mark ? 'pilcrow marked' : 'pilcrow' }));
        paragraphs.push([]);
      }
      if (part !== '') paragraphs.at(-1).push(mark ? h('ins', {}, rawNodes(part, true)) : part);
    }
  };
  add(before, false);
  if (outcome.text === '') paragraphs.at(-1).push(h('span', { class: 'seam' }));
  else add(outcome.text, true);
  add(after, false);
  const begins = before.startsWith('…') ? 'running' : '';
  return manuscript(
    'div',
    { class: 'preview' },
    paragraphs.map((nodes, i) => h('p', { class: i === 0 ? begins : '' }, nodes)),
  );
}

function linePreview(before, after, { choice, text, current }, now) {
  const last = before.split('¶').at(-1);
  const [first] = after.split('¶');
  const line =
    text === ''
      ? h('p', { class: 'taken-out' }, t('item.nothing'))
      : lineAs(current ? choiceOf(now) : choice, text);
  return manuscript(
    'div',
    { class: 'preview' },
    last && h('p', { class: 'faint running' }, last),
    line,
    first && h('p', { class: 'faint' }, first),
  );
}

/** The choice that makes a line what it is. */
function choiceOf({ role, level }) {
  if (role === 'heading') return level === 1 ? { do: 'chapter' } : { do: 'heading', level };
  return role === 'body' ? { do: 'not-heading' } : { do: 'role', role };
}

/** A line set as what a choice makes of it. */
function lineAs(choice, text) {
  const shown = text.length > 2 * previewReach ? `${text.slice(0, 2 * previewReach)}…` : text;
  if (choice?.do === 'chapter') return h('p', { class: 'set-heading level-1' }, shown);
  if (choice?.do === 'heading') return h('p', { class: `set-heading level-${choice.level}` }, shown);
  if (choice?.do === 'role')
    return h('p', { class: `set-role set-${choice.role}` }, h('small', {}, t(`role.${choice.role}`)), shown);
  return h('p', { class: 'set-body' }, shown);
}

/** The raw text around a place as it is broken into lines, its spaces shown, the place marked. */
function rawContext({ raw }) {
  return manuscript(
    'div',
    { class: 'raw' },
    rawNodes(raw.before),
    h('mark', {}, raw.place === '' ? h('span', { class: 'seam' }) : rawNodes(raw.place)),
    rawNodes(raw.after),
    raw.cut && h('span', { class: 'faint' }, '…'),
  );
}
