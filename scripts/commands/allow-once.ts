import type { ExtensionOptions } from '../model/extension.js';
import type { Request } from './command.js';

/**
 * What `--allow-config` allows: the config as it is when the command begins. A command that goes on asks again when the
 * file changes, as every other run does.
 */
export async function allowOnce(
  { values }: Pick<Request, 'values'>,
  book: string,
): Promise<Pick<ExtensionOptions, 'allowConfig'>> {
  if (!values.has('allow-config')) return {};
  const { inspectConfig } = await import('../extensions/inspect-config.js');
  const config = await inspectConfig(book);
  return config ? { allowConfig: config.fingerprint } : {};
}
