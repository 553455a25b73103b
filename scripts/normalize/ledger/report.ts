import { isDoubtful, type Ledger } from './ledger.js';
import type { NormalizedText, TextKind } from './normalized-text.js';

/** What a run of `normalize` did, for people and programs. */
export interface NormalizeReport {
  readonly kind: TextKind;
  /** WHATWG labels of the files, each once. */
  readonly encodings: readonly string[];
  readonly language: string;
  /** Absolute paths of the files written this time; none where nothing changed. */
  readonly files: readonly string[];
  readonly chapters: readonly {
    readonly file: string;
    readonly title: string | undefined;
    readonly paragraphs: number;
    readonly joins: number;
  }[];
  /** How many edits each rule made. */
  readonly edits: Readonly<Record<string, number>>;
  /** How many of the editor's decisions were followed, and how many found no place. */
  readonly decisions: { readonly followed: number; readonly stale: number };
  /** What a person should look at, the most doubtful first. */
  readonly doubtful: readonly Doubt[];
  /** The page to review it on, and how many places wait there: doubts, and what was flagged. */
  readonly review: { readonly page: string; readonly open: number };
}

/** A decision of low confidence; `at` is its place as the ledger writes it. */
export interface Doubt {
  readonly rule: string;
  readonly confidence: number;
  readonly at: string;
  readonly text: string;
}

export function reportOf(
  text: NormalizedText,
  ledger: Ledger,
  { files, review }: Pick<NormalizeReport, 'files' | 'review'>,
): NormalizeReport {
  const edits: Record<string, number> = {};
  for (const { rule } of ledger.edits) edits[rule] = (edits[rule] ?? 0) + 1;
  const changes = ledger.edits.filter(isDoubtful).map(({ rule, confidence, at, offset, before }) => {
    const around = text.text.slice(Math.max(0, offset - 8), offset + before.length + 8);
    return { rule, confidence, at, text: around.replace(/\s*[\r\n]+\s*/g, '⏎') };
  });
  const doubtful: Doubt[] = [...changes, ...ledger.decisions.filter(isDoubtful)];
  return {
    kind: text.kind,
    encodings: [...new Set(text.parts.map(({ encoding }) => encoding))],
    language: text.language,
    files,
    chapters: text.chapters.map(({ heading, paragraphs, joins }, i) => ({
      file: ledger.chapters[i]?.file ?? '',
      title: heading,
      paragraphs,
      joins,
    })),
    edits,
    decisions: { followed: text.followed.length, stale: text.stale.length },
    doubtful: doubtful.sort((a, b) => a.confidence - b.confidence),
    review,
  };
}
