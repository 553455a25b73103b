declare module 'citeproc' {
  interface Cluster {
    readonly citationID: string;
    readonly citationItems: readonly { readonly id: string }[];
    readonly properties: { readonly noteIndex: number };
  }

  interface System {
    retrieveItem(id: string): object;
    retrieveLocale(tag: string): string;
    variableWrapper?(
      rendered: { readonly itemData: { readonly id: string }; readonly context: string },
      before: string,
      text: string,
      after: string,
    ): string;
  }

  interface BibliographyFacts {
    readonly entry_ids: readonly (readonly string[])[];
    readonly hangingindent: number | boolean;
  }

  class Engine {
    constructor(system: System, style: string, language?: string, forces?: boolean);
    rebuildProcessorState(
      clusters: readonly Cluster[],
      mode: 'html',
      uncited: readonly string[],
    ): readonly (readonly [id: string, note: number, html: string])[];
    makeBibliography(): readonly [BibliographyFacts, readonly string[]] | false;
    getTerm(name: string, form?: string, plural?: number): string | undefined;
  }

  const CSL: { Engine: typeof Engine; debug(message: string): void };
  export default CSL;
}
