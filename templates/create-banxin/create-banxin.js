#!/usr/bin/env node
// `npm create banxin my-book -- --language ja` is `banxin init my-book --language ja`, of the same version.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const manifest = createRequire(import.meta.url).resolve('banxin/package.json');
const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
process.argv.splice(2, 0, 'init');
await import(pathToFileURL(join(dirname(manifest), bin.banxin)).href);
