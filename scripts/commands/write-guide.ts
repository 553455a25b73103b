import { join } from 'node:path';
import { writeAll } from '../files/write.js';
import { guideParts } from './guide-parts.js';

/** Writes the parts of the guide that are made from the program into manuscript/guide/…/made/. */
const folders = {
  en: join('manuscript', 'guide', 'en', 'made'),
  'zh-CN': join('manuscript', 'guide', 'zh', 'made'),
};
for (const locale of ['en', 'zh-CN'] as const) {
  const parts = Object.entries(await guideParts(locale));
  const faults = await writeAll(
    parts.map(([name, text]) => ({
      path: join(folders[locale], name),
      bytes: new TextEncoder().encode(text),
    })),
  );
  for (const { message } of faults) console.error(message);
  if (faults.length > 0) process.exitCode = 1;
}
