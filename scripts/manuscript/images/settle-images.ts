import { posix } from 'node:path';
import type { Element, Root } from 'hast';
import type { Asset } from '../../model/book.js';
import type { Findings } from '../findings.js';
import { percentDecoded } from '../links/percent-decoded.js';
import type { ImageLoader, LoadedImage } from './load-image.js';

/**
 * Checks the pictures of a chapter and names each by its path inside the book's folder; changes `src` in place.
 * Returns the pictures that are good. `path` is the chapter's own path in the book's folder.
 */
export async function settleImages(
  root: Root,
  path: string,
  loader: ImageLoader,
  findings: Findings,
): Promise<readonly Asset[]> {
  const assets: Asset[] = [];
  for (const { image, line } of findImages(root, 1)) {
    if (image.properties.alt === undefined) findings.report('image-without-alt', { src: srcOf(image) }, line);
    const asset = await settleImage(image, { path, loader, findings, line });
    if (asset) assets.push(asset);
  }
  return assets;
}

function findImages(
  parent: Root | Element,
  line: number,
): { readonly image: Element; readonly line: number }[] {
  const found: { image: Element; line: number }[] = [];
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    const here = child.position?.start.line ?? line;
    if (child.tagName === 'img') found.push({ image: child, line: here });
    for (const inner of findImages(child, here)) found.push(inner);
  }
  return found;
}

interface ImageContext {
  readonly path: string;
  readonly loader: ImageLoader;
  readonly findings: Findings;
  readonly line: number;
}

async function settleImage(image: Element, context: ImageContext): Promise<Asset | undefined> {
  const { path, loader, findings, line } = context;
  const src = srcOf(image);
  const scheme = /^\s*([A-Za-z][A-Za-z0-9+.-]+):/.exec(src)?.[1]?.toLowerCase();
  if (scheme === 'http' || scheme === 'https' || src.startsWith('//')) {
    findings.report('image-remote', { src: shorten(src) }, line);
  } else if (src.trim() === '') {
    findings.report('image-missing', { src }, line);
  } else if (scheme === 'data') {
    findings.report('image-data', { src: shorten(src) }, line);
  } else if (scheme !== undefined || src.startsWith('/')) {
    findings.report('image-outside', { src: shorten(src) }, line);
  } else {
    const loaded = await loader.load(posix.join(posix.dirname(path), percentDecoded(src)));
    if (!('asset' in loaded)) reportFault(loaded, percentDecoded(src), context);
    else return settled(image, loaded, context);
  }
  return undefined;
}

function settled(
  image: Element,
  loaded: Extract<LoadedImage, { asset: Asset }>,
  context: ImageContext,
): Asset {
  const { asset, misnamed } = loaded;
  image.properties.src = asset.path;
  if (misnamed)
    context.findings.report('image-misnamed', { path: asset.path, type: asset.mediaType }, context.line);
  return asset;
}

function reportFault(
  loaded: Exclude<LoadedImage, { asset: Asset }>,
  src: string,
  context: ImageContext,
): void {
  const { findings, line } = context;
  if (loaded.fault === 'unreadable')
    findings.add(loaded.diagnostics.map((found) => ({ ...found, place: { file: findings.file, line } })));
  else if (loaded.fault === 'svg-unsafe')
    findings.report('image-svg-unsafe', { src, reason: loaded.reason }, line);
  else if (loaded.fault === 'too-large') findings.report('image-too-large', { src, ...loaded.count }, line);
  else if (loaded.fault === 'missing') findings.report('image-missing', { src }, line);
  else if (loaded.fault === 'outside') findings.report('image-outside', { src }, line);
  else if (loaded.fault === 'damaged') findings.report('image-damaged', { src }, line);
  else findings.report('image-not-an-image', { src }, line);
}

function srcOf(image: Element): string {
  return String(image.properties.src ?? '');
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
