/** A book as all tools are given it, each in its own language. */
export interface Text {
  readonly name: string;
  readonly title: string;
  readonly language: 'zh-Hans' | 'zh-Hant';
  readonly chapters: readonly TextChapter[];
  /** PNG files by their names. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

export interface TextChapter {
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block = Paragraph | Section | Figure | Table;

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
  /** A note called behind the last sentence. */
  readonly note?: string;
}

export interface Section {
  readonly kind: 'section';
  readonly title: string;
}

export interface Figure {
  readonly kind: 'figure';
  readonly picture: string;
  readonly caption: string;
}

export interface Table {
  readonly kind: 'table';
  /** The first row is the head. */
  readonly rows: readonly (readonly string[])[];
}

/** The same book with other words in one paragraph of its middle chapter, as after an editor's change. */
export function edited(text: Text, words: string): Text {
  const middle = Math.floor(text.chapters.length / 2);
  const chapters = text.chapters.map((chapter, index) => {
    if (index !== middle) return chapter;
    const place = Math.floor(chapter.blocks.length / 2);
    const blocks = chapter.blocks.map((block, at) =>
      at === place && block.kind === 'paragraph' ? { ...block, text: `${words}${block.text}` } : block,
    );
    return { ...chapter, blocks };
  });
  return { ...text, chapters };
}
