/** An editor that opens a file at a line when an address of its own is followed. */
export interface Editor {
  /** As `--editor` has it. */
  readonly name: string;
  readonly label: string;
  /** With `{path}` (absolute, with a slash first, percent-encoded), `{line}` and `{column}` (from 1) to be filled in. */
  readonly address: string;
}

/** Editors that say which addresses they follow, in their own documentation. */
export const editors: readonly Editor[] = [
  { name: 'vscode', label: 'VS Code', address: 'vscode://file{path}:{line}:{column}' },
  { name: 'vscodium', label: 'VSCodium', address: 'vscodium://file{path}:{line}:{column}' },
  { name: 'cursor', label: 'Cursor', address: 'cursor://file{path}:{line}:{column}' },
  { name: 'zed', label: 'Zed', address: 'zed://file{path}:{line}:{column}' },
  { name: 'idea', label: 'IntelliJ IDEA', address: 'idea://open?file={path}&line={line}&column={column}' },
  {
    name: 'textmate',
    label: 'TextMate',
    address: 'txmt://open?url=file://{path}&line={line}&column={column}',
  },
];

/** Schemes that a browser follows itself: what stands behind them is no editor. */
const browserSchemes = /^(?:about|blob|data|file|https?|javascript|view-source):/i;

/** An editor by its name, or by an address of one's own; nothing for anything else. */
export function findEditor(asked: string): Editor | undefined {
  const known = editors.find(({ name }) => name === asked);
  if (known) return known;
  const isAddress = /^[a-z][a-z0-9+.-]*:.*\{path\}/i.test(asked) && !browserSchemes.test(asked);
  return isAddress ? { name: 'own', label: asked.replace(/:.*$/s, ''), address: asked } : undefined;
}
