import { loadExtensions } from '../extensions/load-extensions.js';
import { sha256 } from '../files/read.js';
import type { BookConfig } from '../model/extension.js';
import { failure, type Outcome, success } from '../model/outcome.js';
import type { Decision } from '../normalize/decisions/decision.js';
import type { RawFile } from '../normalize/encoding/raw-text.js';
import { checkInvariant } from '../normalize/ledger/invariant.js';
import { type LedgerEdit, makeLedger } from '../normalize/ledger/ledger.js';
import { normalizeText } from '../normalize/normalize-text.js';
import { chapterTexts } from './normalize-files.js';

/** A raw text that lies on no disk. */
export interface MemoryText {
  /** The text, or its bytes in any common encoding, or several files in reading order. */
  readonly raw: string | Uint8Array | readonly RawFile[];
  /** What it is called where it shows no title of its own. */
  readonly name?: string;
  /** WHATWG label that overrides detection, e.g. `gb18030`. */
  readonly encoding?: string;
  /** What an editor decided; it wins over every rule. */
  readonly decisions?: readonly Decision[];
  /** Whose `normalizer` rules run after Banxin's. */
  readonly config?: BookConfig;
}

/** Chapters of a raw text, and every change that led to them. */
export interface MemoryChapters {
  readonly title: string | undefined;
  readonly language: string;
  readonly chapters: readonly {
    readonly fileName: string;
    readonly heading: string | undefined;
    readonly markdown: string;
  }[];
  readonly edits: readonly LedgerEdit[];
}

/**
 * Raw text → chapters, in memory. As on the disk, `source − edits = chapters` is proved before anything is given back.
 * Warnings name what a person must resolve.
 */
export async function normalize(options: MemoryText): Promise<Outcome<MemoryChapters>> {
  const { raw, name = 'book', encoding, decisions, config = {} } = options;
  const extensions = await loadExtensions('.', { config });
  if (!extensions.value) return failure(extensions.diagnostics);
  const files = filesOf(raw, name);
  const { value: text, diagnostics } = normalizeText(files, {
    name,
    rules: extensions.value.rules,
    ...(encoding !== undefined && { encoding }),
    ...(decisions && { decisions }),
  });
  if (!text) return failure(diagnostics);
  const ledger = makeLedger(text, sha256, () => '');
  const faults = checkInvariant(text.text, ledger, chapterTexts(ledger, text));
  if (faults.length > 0) return failure([...diagnostics, ...faults]);
  const { title, language, chapters } = text;
  return success(
    {
      title,
      language,
      chapters: chapters.map(({ fileName, heading, markdown }) => ({ fileName, heading, markdown })),
      edits: ledger.edits,
    },
    diagnostics,
  );
}

function filesOf(raw: MemoryText['raw'], name: string): readonly RawFile[] {
  if (typeof raw === 'string') return [{ name: `${name}.txt`, bytes: new TextEncoder().encode(raw) }];
  return raw instanceof Uint8Array ? [{ name: `${name}.txt`, bytes: raw }] : raw;
}
