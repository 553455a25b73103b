import { resolve } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.js';
import { displayPath } from '../files/display-path.js';
import { readBytes, sha256 } from '../files/read.js';
import { writeAll } from '../files/write.js';
import { failure, type Outcome, success } from '../model/outcome.js';
import type { Imposition } from '../press/impose/place-pages.js';

export interface ImposeOptions {
  /** Path of a press PDF, or of any PDF whose pages have a trim box. */
  readonly pdf: string;
  readonly imposition: Imposition;
  /** @default the PDF's name with `.imposed.pdf` */
  readonly out?: string;
}

export interface ImposedFile {
  /** Absolute. */
  readonly file: string;
  readonly pages: number;
  readonly sheets: number;
}

/** Puts a book's pages on sheets to be folded, and writes them as a PDF beside the first. */
export async function imposeFile({ pdf, imposition, out }: ImposeOptions): Promise<Outcome<ImposedFile>> {
  const read = await readBytes(pdf);
  if (!read.value) return failure(read.diagnostics);
  const { impose } = await import('../press/impose/impose.js');
  const identity = sha256(`${sha256(read.value)} ${JSON.stringify(imposition)}`);
  const made = await impose(read.value, imposition, identity).catch(() => undefined);
  if (!made) return failure([diagnose('pdf-unreadable', { file: displayPath(pdf) })]);
  if ('needed' in made) {
    const sizes = [imposition.sheet ?? [0, 0], made.needed].map((size) => size.map(Math.ceil).join(' × '));
    const [sheet = '', needed = ''] = sizes;
    return failure([diagnose('impose-nothing-fits', { sheet, needed })]);
  }
  const file = resolve(out ?? `${pdf.replace(/\.pdf$/i, '')}.imposed.pdf`);
  const faults = await writeAll([{ path: file, bytes: made.bytes }]);
  return faults.length > 0 ? failure(faults) : success({ file, pages: made.pages, sheets: made.sheets });
}
