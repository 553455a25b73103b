import { conflictMarkers } from '../../model/conflict-markers.js';
import type { MergedUnit } from './merge-passage.js';
import type { Sides } from './three-way.js';

/** What the markers say of the three texts; the same in every language of the user, since files must not vary. */
const labels = { mine: '编者稿 (edited)', base: '上次整理稿 (last)', theirs: '本次整理稿 (new)' };

/** A conflict as a block of a chapter: markers on lines of their own, between them the three texts whole. */
export function conflictText({ mine, base, theirs }: Sides<readonly MergedUnit[]>): string {
  return [
    `${conflictMarkers.mine} ${labels.mine}`,
    ...textOf(mine),
    `${conflictMarkers.base} ${labels.base}`,
    ...textOf(base),
    conflictMarkers.parting,
    ...textOf(theirs),
    `${conflictMarkers.theirs} ${labels.theirs}`,
  ].join('\n');
}

function textOf(units: readonly MergedUnit[]): readonly string[] {
  const texts = units.map(({ text }) => text).filter((text) => text !== '');
  return texts.length === 0 ? [] : [texts.join('\n\n')];
}
