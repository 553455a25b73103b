import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../../../scripts/files/package-root.js';
import type { Contestant, Desk, Job } from '../contestants/contestant.js';
import { nodeForVivliostyle, vivliostyle } from '../contestants/vivliostyle.js';
import type { Subject } from './subject.js';

/** A tool that makes an EPUB of Markdown chapters. */
export interface Maker {
  readonly label: string;
  /** npm packages that `--install` brings, as a tool of the bench; none where it is installed otherwise. */
  readonly contestant?: Contestant;
  /** The job for a subject; undefined where the tool is not here. */
  readonly job: (subject: Subject, folder: string, desk: Desk) => Promise<Job | undefined>;
}

const lib = join(packageRoot, 'dist');

function jobOf(folder: string, output: string, command: string, args: readonly string[]): Job {
  return { command, args, folder, output, caches: [] };
}

/** With fonts, and with every check of a build; with the PDF the EPUB has the pages of print. */
function banxin(label: string, formats: string): Maker {
  return {
    label,
    job: async (subject, folder) => {
      const output = join(folder, 'made');
      const args = ['build', subject.folder, '--format', formats, '--out', output, '--cache', 'off'];
      return jobOf(folder, output, process.execPath, [join(lib, 'lib/cli.js'), ...args]);
    },
  };
}

const plain: Maker = {
  label: 'epub-gen-memory',
  job: async (subject, folder) => {
    const said = join(folder, 'subject.json');
    await writeFile(said, JSON.stringify(subject));
    const script = join(lib, 'bench-lib/tests/bench/epub/plain-carrier.js');
    const output = join(folder, 'book.epub');
    return jobOf(folder, output, process.execPath, [script, said, output]);
  },
};

/** As its manual says for books of several files: names of places are of a file each. */
const pandoc: Maker = {
  label: 'pandoc',
  job: async (subject, folder) => {
    const output = join(folder, 'book.epub');
    const about = ['title', 'author'].flatMap((key) => {
      const value = key === 'title' ? subject.title : subject.author;
      return value === '' ? [] : ['--metadata', `${key}=${value}`];
    });
    const args = ['--from=markdown', '--to=epub3', '--file-scope', '--toc', '--resource-path=.:..', ...about];
    const files = [...args, '--metadata', `lang=${subject.language}`, '-o', output, ...subject.chapters];
    return jobOf(join(subject.folder, 'chapters'), output, 'pandoc', files);
  },
};

/** Its own outline of the book, and EPUB in place of PDF. */
const vivliostyleEpub: Maker = {
  label: vivliostyle.label,
  contestant: vivliostyle,
  job: async (subject, folder, desk) => {
    const node = await nodeForVivliostyle(desk);
    if (node === undefined || 'missing' in (await vivliostyle.find(desk))) return undefined;
    const output = join(folder, 'book.epub');
    const config = join(subject.folder, 'vivliostyle.config.json');
    await writeFile(
      config,
      JSON.stringify({
        title: subject.title,
        ...(subject.author && { author: subject.author }),
        language: subject.language,
        entry: subject.chapters.map((name) => `chapters/${name}`),
        toc: true,
        workspaceDir: '.vivliostyle',
        output,
      }),
    );
    const cli = join(desk.toolFolder('vivliostyle'), 'node_modules/@vivliostyle/cli/dist/cli.js');
    const args = [cli, 'build', '--config', config, '--executable-browser', desk.browser];
    return { ...jobOf(subject.folder, output, node, args), environment: desk.environment };
  },
};

export const makers: readonly Maker[] = [
  banxin('Banxin', 'epub'),
  banxin('Banxin, with its PDF', 'pdf,epub'),
  plain,
  pandoc,
  vivliostyleEpub,
];
