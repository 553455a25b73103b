import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the compiler answers where it found errors of type and still wrote its output. */
const wroteDespiteErrors = 2;

let scratch: string | undefined;

/**
 * Compiles `scripts/` to `dist/lib/` once before the tests, which run the command line as users do.
 * Errors of type are for `npm run types` to tell; here they would hide what the tests say.
 */
export function setup(): void {
  // What tests leave lies in one folder, which goes with them.
  scratch = mkdtempSync(join(tmpdir(), 'banxin-tests-'));
  process.env.TMPDIR = scratch;
  const project = fileURLToPath(new URL('..', import.meta.url));
  const compiler = join(project, 'node_modules', 'typescript', 'bin', 'tsc');
  const { status, stdout, stderr } = spawnSync(process.execPath, [compiler, '-p', project], {
    encoding: 'utf8',
  });
  if (status === 0 || status === wroteDespiteErrors) return;
  throw new Error(`scripts/ does not compile:\n${stdout}${stderr}`);
}

export function teardown(): void {
  if (scratch !== undefined) rmSync(scratch, { recursive: true, force: true });
}
