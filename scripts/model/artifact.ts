/** A finished output in memory; the pipeline decides where it is written. */
export interface Artifact {
  readonly kind: 'pdf' | 'epub' | 'html' | 'json' | 'xml';
  readonly fileName: string;
  readonly bytes: Uint8Array;
}
