/** What is known of the finished pages; made pages such as contents and imprint print it. */
export interface PageFacts {
  /** The printed label of the page where an anchor stands; empty before it is known. */
  readonly pageOf: (id: string) => string;
  /** 印张 of the whole book for a size of which a sheet gives `kai` leaves; some figure before it is known. */
  readonly sheets: (kai: number) => string;
}

/** Before any page is laid out. */
export const nothingKnown: PageFacts = { pageOf: () => '', sheets: () => '0' };

/** Every character that facts are printed with, for cutting the fonts. */
export const everyFigure: PageFacts = { pageOf: () => '0123456789ivxlcdm', sheets: () => '0123456789.' };
