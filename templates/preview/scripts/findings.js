/** What is wrong with the book: errors first, for they stop it, then page by page. */
function showFindings() {
  const { diagnostics, isStale } = shown.state;
  const panel = document.getElementById('findings');
  const groups = groupsOf(diagnostics).map(findingGroup);
  const body = groups.length > 0 ? groups : [h('p', {}, t('noFindings'))];
  const hadErrors = panel.querySelector('.error') !== null;
  panel.replaceChildren(h('h2', {}, t('findings')), ...body);
  const hasErrors = panel.querySelector('.error') !== null;
  if (hasErrors && !hadErrors) panel.scrollTop = 0;
  const tool = document.getElementById('toFindings');
  tool.textContent = diagnostics.length > 0 ? `${t('findings')} ${diagnostics.length}` : t('findings');
  tool.classList.toggle('fault', isStale || hasErrors);
}

/** Errors; what concerns the book as a whole; then what each page has. */
function groupsOf(diagnostics) {
  const groups = new Map([['error', []], ['', []]]);
  const inOrder = [...diagnostics].sort((one, other) => (one.page ?? -1) - (other.page ?? -1));
  for (const finding of inOrder) {
    const key = finding.severity === 'error' ? 'error' : (finding.page ?? '');
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups].filter(([, findings]) => findings.length > 0);
}

function findingGroup([key, findings]) {
  const title = typeof key === 'number' ? pageTitle(key) : t(key === 'error' ? 'errorsFirst' : 'wholeBook');
  // The same advice is not given twice in a row.
  const items = findings.map((finding, at) => findingItem(finding, findings[at - 1]?.[language][1]));
  return h('section', {}, h('h3', {}, title), h('ul', {}, items));
}

function pageTitle(page) {
  const label = t('pageOf', { label: shown.state.pages?.[page]?.label ?? '' });
  return h('button', { type: 'button', on: { click: () => [uncover(), goToPage(page)] } }, label);
}

function findingItem(finding, hintBefore) {
  const { severity, code, source, page } = finding;
  const [message, hint] = finding[language];
  const go = () => {
    if (page !== undefined) goToPage(page);
    if (source) openSource(source);
  };
  const place = source && h('button', { type: 'button', on: { click: go } }, `${source.shown}:${source.line}`);
  return h(
    'li',
    { class: 'finding', ...(page !== undefined && { 'data-page': String(page) }) },
    h('p', {}, h('span', { class: severity }, t(severity)), ` ${code}`),
    h('p', {}, message),
    hint && hint !== hintBefore ? h('p', { class: 'hint' }, hint) : undefined,
    place,
  );
}

/** How many findings concern a page stands at its outer edge. */
function showNotesAt(slot, index) {
  const count = shown.state.diagnostics.filter(({ page }) => page === index).length;
  if (count > 0) slot.dataset.notes = String(count);
  else delete slot.dataset.notes;
}

/** The findings of the pages that are looked at are marked, and brought into sight beside them. */
function followFindings(index, isMove) {
  const panel = document.getElementById('findings');
  if (panel.hidden) return;
  const pages = pagesSeenWith(index);
  const items = [...panel.querySelectorAll('.finding')];
  const here = items.filter(({ dataset }) => pages.includes(Number(dataset.page ?? -1)));
  for (const item of items) item.classList.toggle('here', here.includes(item));
  if (!isMove) return;
  // The last, then the first: as much of them as there is room for.
  for (const item of [here.at(-1), here[0]]) item?.scrollIntoView({ block: 'nearest' });
}

function openFindingsOf(index) {
  if (document.getElementById('findings').hidden) togglePanel('findings');
  const own = document.querySelector(`#findings .finding[data-page="${index}"]`);
  own?.scrollIntoView({ block: 'nearest' });
  own?.querySelector('button')?.focus();
}
