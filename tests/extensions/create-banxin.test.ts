import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { ownFolder, projectFolder } from '../commands/run-banxin.js';

const source = join(projectFolder, 'templates', 'create-banxin');

/** Packs a package as npm would publish it, and unpacks it where npm would have installed it. */
function packInto(folder: string, from: string, name: string): string {
  const home = join(folder, 'node_modules', name);
  mkdirSync(home, { recursive: true });
  const packed = spawnSync('npm', ['pack', '--silent', '--ignore-scripts', from], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(packed.stderr).toBe('');
  const archive = packed.stdout.trim();
  expect(
    spawnSync('tar', ['xzf', archive, '-C', home, '--strip-components', '1'], { cwd: folder }).status,
  ).toBe(0);
  return home;
}

describe('npm create banxin', () => {
  it('begins a book with the words that it is given, as `banxin init` does', () => {
    const desk = ownFolder();
    const home = packInto(desk, source, 'create-banxin');
    const banxin = packInto(desk, projectFolder, 'banxin');
    symlinkSync(join(projectFolder, 'node_modules'), join(banxin, 'node_modules'));
    expect(readdirSync(join(banxin, 'templates'))).toContain('extensions');
    expect(readdirSync(join(banxin, 'templates'))).not.toContain('create-banxin');
    const own = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
    const bin = join(home, own.bin['create-banxin']);
    const create = (...words: string[]) =>
      spawnSync(process.execPath, [bin, ...words], {
        cwd: desk,
        encoding: 'utf8',
        env: { PATH: process.env.PATH, HOME: process.env.HOME, npm_command: 'exec' },
      });
    const made = create('my-book', '--title', '渡口', '--language', 'zh-Hans');
    expect([made.status, made.stdout]).toEqual([
      0,
      'my-book/book.yaml\nmy-book/chapters/01-first.md\nmy-book/.gitignore\n',
    ]);
    expect(made.stderr).toBe(
      'next: see the pages with `npx banxin preview my-book`, then `npx banxin build my-book`\n',
    );
    expect(readFileSync(join(desk, 'my-book', 'book.yaml'), 'utf8')).toContain(
      'title: 渡口\nlanguage: zh-Hans\n',
    );
    expect(create('my-book').stderr).toContain('init-folder-not-empty');
    expect(create().status).toBe(2);
    expect(readdirSync(home).sort()).toEqual(['README.md', 'create-banxin.js', 'package.json']);
  }, 60_000);

  it('is of the version of Banxin, and asks for that one', () => {
    const { version, dependencies, engines } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
    expect([version, dependencies, engines]).toEqual([
      manifest.version,
      { banxin: manifest.version },
      manifest.engines,
    ]);
  });
});
