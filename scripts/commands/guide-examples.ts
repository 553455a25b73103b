import { join } from 'node:path';
import { packageRoot } from '../files/package-root.js';
import { readOwnText } from '../files/read.js';

/** What ships in `templates/extensions/`, by the names that the guide's listings have. */
const examples = {
  'own-checks': 'checks/banxin.config.mjs',
  'own-constructs': 'constructs/banxin.config.ts',
  'own-rules': 'normalizer/banxin.config.ts',
  'own-theme': 'theme/banxin.config.ts',
  'in-memory': 'library/build-in-memory.mjs',
} as const;

/** The examples as listings, so that the guide shows the very code that the tests run. */
export async function exampleParts(): Promise<Readonly<Record<string, string>>> {
  const parts = Object.entries(examples).map(async ([name, path]) => {
    const code = await readOwnText(join(packageRoot, 'templates', 'extensions', path));
    const [file = '', language = ''] = /[^/]+\.m?(\w+)$/.exec(path) ?? [];
    const head = `\`\`\`${language} {#lst:${name} title="${file}"}`;
    return [`example-${name}.md`, `${head}\n${code.trimEnd()}\n\`\`\`\n`] as const;
  });
  return Object.fromEntries(await Promise.all(parts));
}
