import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../scripts/files/package-root.js';
import { loadFaces } from '../../scripts/theme/font-faces.js';
import { ownFolder } from '../commands/run-banxin.js';

/** A folder whose `styles/faces.json` has one face. */
function withFace(folder: string, face: object): string {
  const all = { own: { family: 'Own', weight: 400, licence: 'LICENSE', ...face } };
  mkdirSync(join(folder, 'styles'), { recursive: true });
  writeFileSync(join(folder, 'styles', 'faces.json'), JSON.stringify(all));
  return folder;
}

describe('faces that a book names', () => {
  it.each([
    ['an absolute path', { package: '/etc', file: 'hosts', licence: 'passwd' }],
    ['a path from here', { package: '..', file: 'a.ttf' }],
    ['a way out of a package', { package: 'pagedjs', file: '../../../../etc/hosts' }],
    ['a licence that lies elsewhere', { package: 'pagedjs', file: 'package.json', licence: '../../.ssh/id' }],
    ['an empty step', { package: 'pagedjs', file: '/etc/hosts' }],
  ])('lie in npm packages and nowhere else: not by %s', async (_, face) => {
    const { value, diagnostics } = await loadFaces(['own'], withFace(ownFolder(), face));
    expect([value, diagnostics.map(({ code }) => code)]).toEqual([undefined, ['style-data-malformed']]);
  });

  it('may come with the package of the theme, and what that package asks for', async () => {
    const [book, theme] = [ownFolder(), ownFolder()];
    const font = join(theme, 'node_modules', 'a-font');
    const song = JSON.parse(readFileSync(join(packageRoot, 'styles', 'faces.json'), 'utf8'))['song-400'];
    mkdirSync(font, { recursive: true });
    cpSync(join(packageRoot, 'node_modules', song.package, song.file), join(font, 'a.ttf'));
    writeFileSync(join(font, 'LICENSE'), 'OFL');
    writeFileSync(join(font, 'package.json'), '{"name":"a-font"}');
    withFace(theme, { package: 'a-font', file: 'a.ttf' });
    const { value } = await loadFaces(['own'], [book, theme]);
    expect(value).toMatchObject([
      { family: 'Own', file: join(font, 'a.ttf'), licence: join(font, 'LICENSE') },
    ]);
    expect(
      (await loadFaces(['own'], withFace(book, { package: 'a-font', file: 'a.ttf' }))).value,
    ).toBeUndefined();
  });

  it.each(['a.ttf', 'LICENSE'])('are none that a link in such a package leads to: %s', async (linked) => {
    const [book, theme, home] = [ownFolder(), ownFolder(), ownFolder()];
    const font = join(theme, 'node_modules', 'a-font');
    mkdirSync(font, { recursive: true });
    writeFileSync(join(home, 'secret'), 'secret');
    writeFileSync(join(font, 'package.json'), '{"name":"a-font"}');
    for (const name of ['a.ttf', 'LICENSE'])
      if (name === linked) symlinkSync(join(home, 'secret'), join(font, name));
      else writeFileSync(join(font, name), '');
    withFace(theme, { package: 'a-font', file: 'a.ttf' });
    const { value, diagnostics } = await loadFaces(['own'], [book, theme]);
    expect([value, diagnostics.map(({ code }) => code)]).toEqual([undefined, ['face-not-found']]);
  });
});
