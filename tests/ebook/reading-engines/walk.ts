import type { EpubContents } from './readium-manifest.js';

/** What a walk through a book met, whichever engine showed it. */
export interface Walk {
  readonly pages: readonly PageFacts[];
  /** Pages that are not well-formed, pictures and fonts that did not load, places that were not shown. */
  readonly faults: readonly string[];
  /** Titles of the contents, and what stands where they lead. */
  readonly contents: readonly (readonly [title: string, place: string])[];
}

/** What stands on a document of the book, as the engine shows it. */
export interface PageFacts {
  readonly title: string;
  /** Characters of text, spaces aside. */
  readonly characters: number;
  readonly pictures: number;
  readonly formulas: number;
  readonly readings: number;
  /** The text of each note, as its call finds it. */
  readonly notes: readonly string[];
  /** Families of the faces that were loaded from the book. */
  readonly faces: readonly string[];
  readonly faults: readonly string[];
}

/** What each engine's page offers to its walk; it runs in the browser. */
export interface Walker {
  /** Looks at a document that is shown. */
  readonly look: (shown: Document) => Promise<PageFacts>;
  /** What stands at the place that a link leads to, and the fault where it is not on the screen. */
  readonly place: (shown: Document, href: string) => { readonly text: string; readonly fault?: string };
}

declare global {
  interface Window {
    readonly walker: Walker;
  }
}

/** Runs in the browser, before the engine: what is asked of every document is asked in one way. */
export function installWalker(): void {
  const look = async (shown: Document): Promise<PageFacts> => {
    const { title, body } = shown;
    const faults: string[] = [];
    if (shown.querySelector('parsererror')) faults.push(`${title}: not well-formed`);
    const pictures = [...shown.querySelectorAll<HTMLImageElement>('img')];
    for (const picture of pictures) {
      await picture.decode().catch(() => undefined);
      if (picture.naturalWidth === 0) faults.push(`${title}: picture ${picture.alt} did not load`);
    }
    const faces: string[] = [];
    for (const face of shown.fonts) {
      const loaded = await face.load().catch(() => undefined);
      if (loaded) faces.push(face.family.replace(/["']/g, ''));
      else faults.push(`${title}: face ${face.family} did not load`);
    }
    const formulas = [...shown.querySelectorAll('math')];
    for (const formula of formulas) {
      if (formula.getBoundingClientRect().height < 4) faults.push(`${title}: a formula is not seen`);
    }
    const notes = [...shown.querySelectorAll('[role=doc-noteref]')].map((call) => {
      const note = shown.getElementById((call.getAttribute('href') ?? '').split('#')[1] ?? '');
      return note?.closest('aside')?.textContent?.trim() ?? '';
    });
    return {
      title,
      characters: body.textContent?.replace(/\s/g, '').length ?? 0,
      pictures: pictures.length,
      formulas: formulas.length,
      readings: shown.querySelectorAll('rt').length,
      notes,
      faces: [...new Set(faces)].sort(),
      faults,
    };
  };
  const place: Walker['place'] = (shown, href) => {
    const id = decodeURIComponent(href.split('#')[1] ?? '');
    const target = id === '' ? null : shown.getElementById(id);
    if (id !== '' && !target) return { text: '', fault: `${href}: there is no such place in ${shown.title}` };
    const frame = shown.defaultView?.frameElement?.getBoundingClientRect();
    const box = target?.getBoundingClientRect();
    const text = target ? (target.textContent ?? '') : shown.title;
    if (!box || !frame) return { text };
    const [x, y] = [frame.x + box.x, frame.y + box.y];
    // A heading may begin above by its rule or its margin; it must begin on this page, not one before or after.
    const isSeen = x > -1 && x < window.innerWidth && y > -1 && y < window.innerHeight;
    return isSeen ? { text } : { text, fault: `${href}: leads to ${Math.round(x)}, ${Math.round(y)}` };
  };
  Object.assign(window, { walker: { look, place } });
}

/** A reading engine: the page that hosts it, the files that it is made of, and the walk that it makes. */
export interface Engine {
  readonly name: string;
  /** Where it is installed; undefined where it is not. */
  readonly files: Readonly<Record<string, string | undefined>>;
  /** The page that loads it, by names of `files`. */
  readonly host: string;
  /** Runs in the browser. */
  readonly walk: (contents: EpubContents) => Promise<Walk>;
}
