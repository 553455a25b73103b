/** A file that the EPUB carries beside its pages: a picture, a font, a licence. */
export interface PackagedFile {
  /** Path inside `OEBPS/`. */
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}
