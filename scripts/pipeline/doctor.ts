import { findJava } from '../check/java.js';
import { diagnose } from '../diagnostics/catalogue.js';
import { packageRoot, packageVersion } from '../files/package-root.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { DoctorFinding } from '../model/doctor.js';
import { locateBrowser } from '../print/browser.js';
import { openBrowserSession } from '../print/browser-session.js';
import { loadTheme } from '../theme/load-theme.js';

/** Looks at everything that Banxin needs or can use on this machine; the browser is really started. */
export async function examine(): Promise<readonly DoctorFinding[]> {
  return [
    { subject: 'banxin', status: 'found', version: packageVersion, path: packageRoot },
    nodeFinding(process.versions.node),
    await browserFinding(),
    await fontFinding(),
    await javaFinding(),
  ];
}

/** Node 20.19, 22.12 or 24 and later. */
function nodeFinding(version: string): DoctorFinding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24;
  const node = { subject: 'node', version, path: process.execPath } as const;
  return fits ? { ...node, status: 'found' } : { ...node, status: 'unfit', note: diagnose('node-unfit', {}) };
}

async function browserFinding(): Promise<DoctorFinding> {
  const subject = 'browser';
  const found = await locateBrowser();
  if (!found.value) return { subject, status: 'missing', ...noteOf(found.diagnostics) };
  const { source, executable: path } = found.value;
  const session = await openBrowserSession(found.value, 1);
  if (!session.value) return { subject, status: 'unfit', path, ...noteOf(session.diagnostics) };
  const { version } = session.value;
  await session.value.end();
  const note =
    source === 'system' ? diagnose('browser-of-system', { path }) : diagnose(`browser-of-${source}`, {});
  return { subject, status: 'found', version, path, note };
}

async function fontFinding(): Promise<DoctorFinding> {
  const subject = 'fonts';
  const theme = await loadTheme('shu', packageRoot, ['zh-Hans', 'zh-Hant', 'ja']);
  if (!theme.value) return { subject, status: 'missing', ...noteOf(theme.diagnostics) };
  const { faces } = theme.value;
  const families = [...new Set(faces.map((face) => face.family))].join(', ');
  return { subject, status: 'found', note: diagnose('fonts-found', { families, count: faces.length }) };
}

async function javaFinding(): Promise<DoctorFinding> {
  const subject = 'java';
  const java = await findJava();
  if (!java) return { subject, status: 'missing', note: diagnose('java-missing', {}) };
  const { version, command: path } = java;
  return { subject, status: 'found', version, path, note: diagnose('java-found', {}) };
}

/** Why there is no result: the first error, for one is enough to act on. */
function noteOf(diagnostics: readonly Diagnostic[]): { readonly note?: Diagnostic } {
  const note = diagnostics.find(({ severity }) => severity === 'error');
  return note ? { note } : {};
}
