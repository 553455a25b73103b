import type { Text } from '../texts/text.js';

/** A tool that sets a text as a PDF, in a process that can be timed from its start to its exit. */
export interface Contestant {
  readonly name: string;
  /** As it stands in the table and in the chart. */
  readonly label: string;
  /** npm packages by exact version, which `--install` puts in a folder of the tool's own. */
  readonly packages: readonly string[];
  find(desk: Desk): Promise<Found>;
  /** Writes the text into an empty folder as the tool reads it, which is not timed. */
  prepare(text: Text, folder: string, desk: Desk): Promise<Job>;
}

/** The version that is at hand, or why none is. */
export type Found = { readonly version: string } | { readonly missing: string };

/** What all contestants share. */
export interface Desk {
  /** The browser that Banxin brings, for each tool that needs one. */
  readonly browser: string;
  readonly browserVersion: string;
  /** Shows that browser, and any tool that asks fontconfig, the fonts of the bench and no others. */
  readonly environment: Readonly<Record<string, string>>;
  readonly fontFolders: readonly string[];
  /** Where `--install` puts the packages of a tool. */
  readonly toolFolder: (name: string) => string;
}

/** One command to time. */
export interface Job {
  readonly command: string;
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Where it runs. */
  readonly folder: string;
  /** What it writes; taken away before each run. */
  readonly output: string;
  /** What else a cold run must not find. */
  readonly caches: readonly string[];
}
