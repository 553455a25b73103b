import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../scripts/files/package-root.js';
import { knownDestinations } from '../../scripts/theme/destination.js';
import { banxin, ownFolder } from './run-banxin.js';

describe('banxin completion', () => {
  let script: string;
  beforeAll(async () => {
    script = (await banxin(['completion', 'bash'])).stdout;
  });

  /** What bash offers for the last of the words. */
  function offered(words: readonly string[], cwd: string): string[] {
    const ask = `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _banxin; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return execFileSync('bash', ['-c', `${script}\n${ask}`], { cwd, encoding: 'utf8' })
      .split('\n')
      .filter(Boolean);
  }

  it('offers commands, the options of each, and files', () => {
    const desk = ownFolder();
    mkdirSync(join(desk, 'manuscript'));
    writeFileSync(join(desk, 'raw.txt'), '');
    expect(offered(['banxin', 'no'], desk)).toEqual(['normalize']);
    expect(offered(['banxin', 'build', '--fo'], desk)).toEqual(['--for', '--format']);
    expect(offered(['banxin', 'normalize', '--'], desk)).toContain('--review');
    expect(offered(['banxin', 'al'], desk)).toEqual(['allow']);
    expect(offered(['banxin', 'build', '--al'], desk)).toEqual(['--allow-config']);
    expect(offered(['banxin', 'normalize', 'r'], desk)).toEqual(['raw.txt']);
    expect(offered(['banxin', 'build', 'm'], desk)).toEqual(['manuscript']);
  });

  it('offers every destination that Banxin brings after --for', async () => {
    const known = [...(await knownDestinations(packageRoot))].sort();
    expect(known.length).toBeGreaterThan(3);
    for (const command of ['build', 'check'])
      expect(offered(['banxin', command, 'x', '--for', ''], ownFolder()).sort()).toEqual(known);
    expect(offered(['banxin', 'build', '--for', 'k'], ownFolder())).toEqual(['kdp-6x9']);
  });

  it('has a script for zsh and fish, and names the nearest shell it knows', async () => {
    expect((await banxin(['completion', 'zsh'])).stdout).toContain('bashcompinit');
    expect((await banxin(['completion', 'fish'])).stdout).toContain(
      "complete -c banxin -n '__fish_seen_subcommand_from build' -l format -r -d 'what to make",
    );
    const { code, stderr } = await banxin(['completion', 'fisch']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('the nearest is `fish`')]);
  });
});
