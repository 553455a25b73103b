import { extname } from 'node:path';
import { createJiti } from 'jiti';
import { diagnose } from '../diagnostics/catalogue.js';
import { defineConfig, element } from '../model/extension.js';
import { failure, type Outcome, success } from '../model/outcome.js';
import type { ConfigFile } from './config-file.js';
import { placeOfError, reasonOf } from './fault-place.js';
import { withinTimeAsync } from './within-time.js';

/** So long (ms) a config may take to be read. */
const limit = 5_000;

/**
 * Runs the code of a config that its owner allowed, and gives what it exports by default. It runs on the very bytes that
 * were hashed; `banxin` in it is this Banxin, wherever the book lies; nothing is written.
 */
export async function runConfig({ path, shown, source, files }: ConfigFile): Promise<Outcome<unknown>> {
  const jiti = createJiti(path, {
    fsCache: false,
    moduleCache: false,
    tryNative: false,
    virtualModules: { banxin: { defineConfig, element } },
  });
  const options = { filename: path, id: path, ext: extname(path), async: true, forceTranspile: true };
  const ending = await withinTimeAsync(limit, () => jiti.evalModule(source, options));
  if ('late' in ending) {
    const values = { file: shown, seconds: limit / 1000 };
    return failure([diagnose('config-slow', values, { file: shown })]);
  }
  if ('error' in ending) {
    const values = { file: shown, reason: reasonOf(ending.error) };
    return failure([diagnose('config-failed', values, placeOfError(ending.error, files))]);
  }
  const { value } = ending;
  const exported =
    typeof value === 'object' && value !== null && 'default' in value ? value.default : undefined;
  return success(exported);
}
