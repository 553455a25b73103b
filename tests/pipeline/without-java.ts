import { afterAll, beforeAll, vi } from 'vitest';

/**
 * In the file that says so no Java is found: its books are not held against EPUBCheck, which takes longer than all else of a
 * small build. That what such books hold passes EPUBCheck is seen in other files.
 */
export function withoutJavaHere(): void {
  beforeAll(() => {
    vi.stubEnv('PATH', '/nonexistent');
    vi.stubEnv('JAVA_HOME', '');
  });
  afterAll(() => {
    vi.unstubAllEnvs();
  });
}
