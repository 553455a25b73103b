import { join } from 'node:path';
import { writeAll } from '../files/write.js';
import { upstreamPatches } from '../print/pagedjs/source.js';

/** Writes the corrections of Paged.js as patches of its sources into scripts/print/upstream-patches/. */
const folder = join('scripts', 'print', 'upstream-patches');
const files = [...(await upstreamPatches())].map(([name, text]) => ({
  path: join(folder, name),
  bytes: new TextEncoder().encode(text),
}));
const faults = await writeAll(files);
for (const { message } of faults) console.error(message);
if (faults.length > 0) process.exitCode = 1;
