import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cachedFolder } from '../cache/cache-folder.js';
import { unpackArchive, unpackExecutable, writeUnpackedText } from '../cache/unpack.js';
import { readOwnText } from '../files/read.js';
import type { OnProgress } from '../model/progress.js';

/** A browser unpacked from an npm package, and the environment that its process needs. */
export interface UnpackedBrowser {
  readonly executable: string;
  readonly environment: Readonly<Record<string, string>>;
}

const packageName = '@sparticuz/chromium';
const { resolve } = createRequire(import.meta.url);

/** Whether this machine can run the browser that the npm package ships: Linux on x64 only. */
export async function hasPackagedBrowser(): Promise<boolean> {
  return (
    process.platform === 'linux' && process.arch === 'x64' && (await packagedBrowserVersion()) !== undefined
  );
}

/** Version of the npm package, whose major is Chromium's; `undefined` where it is not installed. */
async function packagedBrowserVersion(): Promise<string | undefined> {
  try {
    return JSON.parse(await readOwnText(join(packageFolder(), 'package.json'))).version;
  } catch {
    return undefined;
  }
}

/**
 * Unpacks the packaged chrome-headless-shell (64 MB packed, 200 MB on disk) into the cache, once. With
 * it come the libraries that a minimal system lacks (nss, nspr, expat), and a fontconfig of its own:
 * the browser must not see the machine's fonts, or the same book would look different elsewhere.
 */
export async function unpackBrowser(onProgress?: OnProgress): Promise<UnpackedBrowser> {
  const version = (await packagedBrowserVersion()) ?? '';
  const folder = await cachedFolder(`chromium-${version}`, async (draft) => {
    onProgress?.({ stage: 'browser', done: 0, total: 1, detail: `Chromium ${version}, 200 MB` });
    const bin = join(packageFolder(), 'bin');
    await Promise.all([
      unpackExecutable(join(bin, 'chromium.br'), join(draft, 'chrome-headless-shell')),
      unpackArchive(join(bin, 'al2023.tar.br'), draft),
      unpackArchive(join(bin, 'fonts.tar.br'), draft),
      unpackArchive(join(bin, 'swiftshader.tar.br'), draft),
    ]);
    await writeUnpackedText(join(draft, 'fontconfig', 'fonts.conf'), fontConfiguration);
  });
  onProgress?.({ stage: 'browser', done: 1, total: 1 });
  return {
    executable: join(folder, 'chrome-headless-shell'),
    environment: {
      LD_LIBRARY_PATH: join(folder, 'lib'),
      FONTCONFIG_FILE: join(folder, 'fontconfig', 'fonts.conf'),
    },
  };
}

function packageFolder(): string {
  return dirname(dirname(dirname(resolve(packageName))));
}

/** Only the one font that the package brings; its folder is named relative to this file. */
const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir prefix="relative">../fonts</dir>
  <cachedir prefix="xdg">banxin-fontconfig</cachedir>
</fontconfig>
`;
