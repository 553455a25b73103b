import { dirname } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.js';
import { failure, type Outcome, success } from '../model/outcome.js';
import type { ConfigFile } from './config-file.js';
import { placeOfError, reasonOf } from './fault-place.js';
import { OwnModules, UnseenImport } from './own-modules.js';
import { withinTimeAsync } from './within-time.js';

/** So long (ms) a config may take to be read. */
const limit = 5_000;

/** Runs the code of a config that its owner allowed, as it was hashed, and gives what it exports by default. */
export async function runConfig({ path, shown, code }: ConfigFile): Promise<Outcome<unknown>> {
  const modules = new OwnModules(code, dirname(path));
  const ending = await withinTimeAsync(limit, () => modules.import(path));
  if ('late' in ending) {
    const values = { file: shown, seconds: limit / 1000 };
    return failure([diagnose('config-slow', values, { file: shown })]);
  }
  if ('error' in ending) {
    const { error } = ending;
    const place = placeOfError(error, [...code.keys()]);
    if (error instanceof UnseenImport)
      return failure([diagnose('config-import-unseen', { file: shown, import: error.imported }, place)]);
    return failure([diagnose('config-failed', { file: shown, reason: reasonOf(error) }, place)]);
  }
  const { value } = ending;
  const exported =
    typeof value === 'object' && value !== null && 'default' in value ? value.default : undefined;
  return success(exported);
}
