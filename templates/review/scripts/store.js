/**
 * What the page knows, and how decisions leave it. With a server they are sent, several at once where
 * the editor is faster than the normalizer; without one they are collected.
 */
const store = {
  review: page.review,
  text: page.text,
  served: page.mode === 'served',
  /** Decisions on their way, or collected, by the key of their place. */
  pending: new Map(),
  queue: [],
  sending: false,
  /** Chapters that were asked for since the last change. */
  chapters: new Map(),
  /** Places of items that hold more than the page got at first. */
  places: new Map(),
  notes: [],
  refused: [],
  lost: false,
  listeners: [],
};

function onChange(listen) {
  store.listeners.push(listen);
}

function changed(what = {}) {
  for (const listen of store.listeners) listen(what);
}

function placeKey(kind, { before, after, nth = 1 }) {
  return JSON.stringify([kind === 'characters' ? 'characters' : 'line', before, after, nth]);
}

/** Which kind of place a choice speaks of. */
function kindOf(choice) {
  return choice.do === 'replace' || choice.do === 'keep' ? 'characters' : 'line';
}

/**
 * Writes decisions: `set` and `unset` are entries (a choice with `before`, `after`, `nth`, or with `at`,
 * an offset); `keys` are the places that are settled by them, `item` the id of what they settle.
 */
function decide({ set = [], unset = [], keys = [], what, item }) {
  if (set.length + unset.length === 0) return;
  const change = { set, unset, keys, what, item };
  for (const key of keys) store.pending.set(key, change);
  if (!store.served) {
    collect(change);
    return;
  }
  store.queue.push(change);
  changed();
  void flush();
}

async function flush() {
  if (store.sending || store.queue.length === 0) return;
  const changes = store.queue.splice(0);
  store.sending = true;
  changed();
  const answer = await post('decide', {
    source: store.review.source,
    set: changes.flatMap(({ set }) => set),
    unset: changes.flatMap(({ unset }) => unset),
  });
  store.sending = false;
  for (const change of changes)
    for (const key of change.keys) if (store.pending.get(key) === change) store.pending.delete(key);
  take(answer, changes[0]);
  await flush();
}

/** Takes over what the server answered, and tells what it refused, and of which change. */
function take(answer, change) {
  if (answer.review) {
    store.review = answer.review;
    store.chapters.clear();
    store.places.clear();
    store.notes = answer.notes ?? [];
  }
  store.refused = answer.refused ?? [];
  const failed = store.lost || store.refused.length > 0;
  changed({ fresh: answer.review !== undefined, failed, item: failed ? change?.item : undefined });
}

async function post(path, body) {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer = await response.json();
    store.lost = false;
    return answer;
  } catch {
    store.lost = true;
    return {};
  }
}

/** Takes the last decision back; tells whether there was one. */
async function undo() {
  if (!store.served) return uncollect();
  const waiting = store.queue.pop();
  if (waiting) {
    for (const key of waiting.keys) store.pending.delete(key);
    changed();
    return true;
  }
  while (store.sending) await new Promise((resolve) => setTimeout(resolve, 50));
  store.sending = true;
  changed();
  const answer = await post('undo', {});
  store.sending = false;
  take(answer);
  return answer.review !== undefined;
}

/** The blocks of a chapter; nothing where the page has no server and did not bring them. */
async function blocksOf(chapter) {
  if (!store.served) return store.text?.[chapter];
  if (!store.chapters.has(chapter)) store.chapters.set(chapter, get(`chapter/${chapter}`));
  const answer = await store.chapters.get(chapter);
  return answer?.blocks;
}

/** All places of an item; the page brings only some of a change that no one doubts. */
async function placesOf(item) {
  if (!store.served || item.places.length === item.count) return item.places;
  const index = store.review.items.indexOf(item);
  if (!store.places.has(item.id)) store.places.set(item.id, get(`places/${index}`));
  const answer = await store.places.get(item.id);
  return answer?.places ?? item.places;
}

async function get(path) {
  try {
    const response = await fetch(path);
    store.lost = false;
    return response.ok ? await response.json() : undefined;
  } catch {
    store.lost = true;
    changed();
    return undefined;
  }
}

/** What was chosen on a page without a server. It is kept where the browser lets it be. */
const collected = [];
const collectedName = `collected-${store.review.source}`;

function collect(change) {
  collected.push(change);
  remember(collectedName, JSON.stringify(collected));
  changed();
}

function uncollect() {
  const last = collected.pop();
  if (!last) return false;
  for (const key of last.keys) store.pending.delete(key);
  remember(collectedName, JSON.stringify(collected));
  changed();
  return true;
}

function discardCollected() {
  while (uncollect());
}

function recallCollected() {
  if (store.served) return;
  try {
    for (const change of JSON.parse(recall(collectedName) ?? '[]')) {
      collected.push(change);
      for (const key of change.keys) store.pending.set(key, change);
    }
  } catch {
    // What cannot be read was not written by this page.
  }
}

/** The collected entries, the last word on each place. */
function collectedEntries() {
  const entries = new Map();
  for (const { set, unset } of collected) {
    for (const entry of unset) entries.delete(placeKey(kindOf(entry), entry));
    for (const entry of set) entries.set(placeKey(kindOf(entry), entry), entry);
  }
  return [...entries.values()];
}

/** Entries as YAML; a JSON string is a YAML string. */
function asYaml(entries) {
  const rows = entries.map((entry) => {
    const fields = Object.entries(entry).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
    return `  - ${fields.join('\n    ')}\n`;
  });
  return `decisions:\n${rows.join('')}`;
}
