import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import type { Contestant, Desk } from './contestant.js';

/** Puts the npm packages of each tool in a folder of its own in the cache; Banxin's own dependencies stay as they are. */
export async function installTools(tools: readonly Contestant[], desk: Desk): Promise<void> {
  for (const { name, packages } of tools) {
    if (packages.length === 0) continue;
    const folder = desk.toolFolder(name);
    await mkdir(folder, { recursive: true });
    // No install script runs: none is needed, and browsers of their own would be downloaded.
    const quiet = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund'];
    const child = spawn('npm', ['install', '--prefix', folder, ...quiet, ...packages], {
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    });
    const [code] = await once(child, 'exit');
    if (code !== 0) console.error(`${name}: npm could not install ${packages.join(', ')}`);
  }
}
