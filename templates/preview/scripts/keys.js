const actions = {
  ArrowLeft: () => turn(-1),
  ArrowRight: () => turn(1),
  PageUp: () => turn(-1),
  PageDown: () => turn(1),
  Home: () => goToPage(0),
  End: () => goToPage(shown.state.pages.length - 1),
  '-': () => zoomBy(1 / 1.15),
  '+': () => zoomBy(1.15),
  '=': () => zoomBy(1.15),
  0: () => zoomTo(0),
  g: () => document.getElementById('number').select(),
  s: () => toggle('isSpread', 'spread'),
  b: () => toggle('hasGrid', 'grid'),
  a: () => toggle('hasArea', 'area'),
  e: nextView,
  c: () => togglePanel('contents'),
  t: () => togglePanel('thumbs'),
  '/': () => togglePanel('search'),
  f: () => togglePanel('findings'),
  r: openReview,
  '?': openHelp,
};

function onKey(event) {
  const isTyping = /^(?:INPUT|SELECT)$/.test(event.target.tagName ?? '');
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey || document.getElementById('help').open) return;
  const act = ebookAction(event.key) ?? actions[event.key];
  if (!act || !shown.state?.pages) return;
  event.preventDefault();
  act();
}
