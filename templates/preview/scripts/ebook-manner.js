/** Screens in CSS pixels, and how reading apps set text on them: body size, margins above and below (px), gap beside the text (%). */
const devices = {
  phone: { width: 390, height: 780, type: 17, margin: 46, gap: 7, corner: 26 },
  eink: { width: 630, height: 840, type: 22, margin: 52, gap: 7, corner: 8 },
  tablet: { width: 1180, height: 820, type: 18, margin: 56, gap: 7, corner: 16 },
};

const textSizes = [100, 120, 140, 160, 180, 200];

/** Paper and ink of the reading apps; the glass of e-ink is grey. */
const inks = {
  light: { paper: '#fffefb', ink: '#24221f', soft: '#77716a' },
  dark: { paper: '#191817', ink: '#cfcac1', soft: '#8d8880' },
  grey: { paper: '#e4e4e2', ink: '#1d1d1d', soft: '#555' },
};

/** How the e-book is shown; remembered like the choices of the pages. */
const reading = {
  /** `pages`, `ebook` or `both`. */
  view: recall('view') ?? 'pages',
  device: recall('device') ?? 'phone',
  isDark: recall('ebook-dark') === 'yes',
  /** In percent of what the device begins with. */
  size: Number(recall('ebook-size') ?? 100),
};

function deviceNow() {
  return devices[reading.device] ?? devices.phone;
}

function inksNow() {
  if (reading.isDark) return inks.dark;
  return reading.device === 'eink' ? inks.grey : inks.light;
}

/** The rules before and after the book's own: its type is as large as it is asked for, its ground is the screen. */
function bookCss() {
  const { ink } = inksNow();
  const size = (deviceNow().type * reading.size) / 100;
  const scheme = reading.isDark ? 'dark' : 'light';
  return [`html { color-scheme: ${scheme}; font-size: ${size}px; color: ${ink}; }`, ''];
}

/** Sets the margins and the type of a view that has a book. */
function dressView({ renderer }) {
  const { margin, gap } = deviceNow();
  setLayout(renderer, { margin: `${margin}px`, gap: `${gap}%`, 'max-inline-size': '720px' });
  renderer.setStyles(bookCss());
}

/** Text stands in two columns where the screen is wide; the cover, the title and leaves stand alone in the middle of it. */
function setColumns({ renderer, book }, index) {
  const isText = /\/(?:c\d+(?:-\d+)?|contents)\.xhtml$/.test(book.sections[index].id);
  setLayout(renderer, { 'max-column-count': isText ? '2' : '1' });
}

/** Sets what is not set so yet: the engine lays out again for each. */
function setLayout(renderer, attributes) {
  for (const [name, value] of Object.entries(attributes))
    if (renderer.getAttribute(name) !== value) renderer.setAttribute(name, value);
}

/** Gives the screen its size, as large as the room allows, and its light. */
function showDevice() {
  const screen = document.getElementById('screen');
  const glass = screen?.querySelector('iframe');
  if (!glass) return;
  const { width, height, corner } = deviceNow();
  const room = screen.parentElement;
  const scale = Math.min(1, (room.clientWidth - 32) / width, (room.clientHeight - 32) / height);
  if (scale <= 0) return;
  Object.assign(screen.style, {
    width: `${width * scale}px`,
    height: `${height * scale}px`,
    borderRadius: `${corner * scale}px`,
  });
  Object.assign(glass.style, { width: `${width}px`, height: `${height}px`, transform: `scale(${scale})` });
  glass.style.filter = reading.device === 'eink' ? 'grayscale(1)' : '';
  glass.style.colorScheme = reading.isDark ? 'dark' : 'light';
  const root = glass.contentDocument?.documentElement;
  root?.classList.toggle('dark', reading.isDark);
  for (const [name, colour] of Object.entries(inksNow())) root?.style.setProperty(`--${name}`, colour);
  screen.style.background = inksNow().paper;
}
