import { findJava } from '../check/java.js';
import { packageRoot, packageVersion } from '../files/package-root.js';
import type { DoctorFinding } from '../model/doctor.js';
import { locateBrowser } from '../print/browser.js';
import { openBrowserSession } from '../print/browser-session.js';
import { loadTheme } from '../theme/load-theme.js';

/** Looks at everything that Banxin needs or can use on this machine; the browser is really started. */
export async function examine(): Promise<readonly DoctorFinding[]> {
  return [
    { subject: 'banxin', status: 'found', what: 'Banxin', version: packageVersion, path: packageRoot },
    nodeFinding(process.versions.node),
    await browserFinding(),
    await fontFinding(),
    await javaFinding(),
  ];
}

/** Node 20.19, 22.12 or 24 and later. */
function nodeFinding(version: string): DoctorFinding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 23;
  const finding: DoctorFinding = {
    subject: 'node',
    status: 'found',
    what: 'Node.js',
    version,
    path: process.execPath,
  };
  if (fits) return finding;
  return { ...finding, status: 'unfit', hint: 'install Node.js 20.19 or later, 22.12 or later, or 24' };
}

async function browserFinding(): Promise<DoctorFinding> {
  const found = await locateBrowser();
  const fault = found.diagnostics.find((diagnostic) => diagnostic.severity === 'error');
  if (!found.value) {
    return {
      subject: 'browser',
      status: 'missing',
      what: fault?.message ?? 'no browser',
      ...(fault?.hint && { hint: fault.hint }),
    };
  }
  const { source, executable: path } = found.value;
  const session = await openBrowserSession(found.value, 1);
  if (!session.value) {
    const [problem] = session.diagnostics;
    return {
      subject: 'browser',
      status: 'unfit',
      what: problem?.message ?? '',
      path,
      ...(problem?.hint && { hint: problem.hint }),
    };
  }
  const { version } = session.value;
  await session.value.end();
  const warning = found.diagnostics[0];
  return {
    subject: 'browser',
    status: 'found',
    what: sources[source],
    version,
    path,
    ...(warning?.hint && { hint: warning.hint }),
  };
}

const sources = {
  setting: 'the browser that was named',
  package: 'chrome-headless-shell from @sparticuz/chromium',
  puppeteer: 'the browser that Puppeteer has downloaded',
  system: 'the browser of this system (pages may break differently elsewhere)',
} as const;

async function fontFinding(): Promise<DoctorFinding> {
  const theme = await loadTheme('shu', packageRoot);
  if (!theme.value) {
    const [fault] = theme.diagnostics;
    return {
      subject: 'fonts',
      status: 'missing',
      what: fault?.message ?? '',
      ...(fault?.hint && { hint: fault.hint }),
    };
  }
  const families = new Set(theme.value.faces.map((face) => face.family));
  return {
    subject: 'fonts',
    status: 'found',
    what: `${theme.value.faces.length} faces of ${[...families].join(', ')}`,
  };
}

async function javaFinding(): Promise<DoctorFinding> {
  const java = await findJava();
  if (java)
    return {
      subject: 'java',
      status: 'found',
      what: 'Java for the full EPUBCheck',
      version: java.version,
      path: java.command,
    };
  return {
    subject: 'java',
    status: 'missing',
    what: 'Java (wanted, not needed: a checker in JavaScript stands in)',
    hint: 'install Java 11 or later (e.g. `apt-get install default-jre-headless`) for the full EPUBCheck',
  };
}
