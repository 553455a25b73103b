import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { packageRoot } from '../../files/package-root.js';
import { readOwnText } from '../../files/read.js';
import type { Answer } from '../local-server.js';

const ownFolder = join(packageRoot, 'templates', 'preview', 'ebook');
const engineFolder = dirname(createRequire(import.meta.url).resolve('foliate-js/view.js'));

/** The files of foliate-js that an EPUB needs; nothing else of it can be asked for. */
const engineFiles: ReadonlySet<string> = new Set([
  'epub.js',
  'epubcfi.js',
  'footnotes.js',
  'overlayer.js',
  'paginator.js',
  'progress.js',
  'text-walker.js',
  'vendor/zip.js',
  'view.js',
]);

/**
 * The frame in which the engine works runs the engine alone, by its address, and reaches no network: it is handed the EPUB. What
 * the EPUB holds is shown from addresses of the engine's making (`blob:`), in frames that have this policy too.
 */
function framePolicy(home: string): string {
  return [
    "default-src 'none'",
    `script-src ${home}ebook/engine/`,
    "style-src 'unsafe-inline' blob:",
    'img-src blob: data:',
    'font-src blob: data:',
    'frame-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Answers for the frame of the e-book and the engine in it; `false` for what is neither. */
export async function getEbookFrame(path: string, answer: Answer): Promise<boolean> {
  if (path === 'ebook/frame') {
    const html = await readOwnText(join(ownFolder, 'frame.html'));
    answer.html(html, { policy: framePolicy(answer.home), inFrame: true });
    return true;
  }
  const file = engineFile(path);
  if (file === undefined) return false;
  answer.bytes(Buffer.from(await readOwnText(file)), 'text/javascript; charset=utf-8');
  return true;
}

function engineFile(path: string): string | undefined {
  if (path === 'ebook/engine/frame.js') return join(ownFolder, 'frame.js');
  const [, name = ''] = /^ebook\/engine\/foliate\/(.+)$/.exec(path) ?? [];
  return engineFiles.has(name) ? join(engineFolder, name) : undefined;
}
