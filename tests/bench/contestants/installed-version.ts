import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Found } from './contestant.js';

/** The version of an npm package in a tool's folder. */
export async function installedVersion(toolFolder: string, name: string): Promise<Found> {
  try {
    const manifest = await readFile(join(toolFolder, 'node_modules', name, 'package.json'), 'utf8');
    return { version: JSON.parse(manifest).version };
  } catch {
    return { missing: 'not installed (npm run bench -- --install)' };
  }
}
