import type { Look } from './look.ts';
import { padEnd, textWidth } from './text-width.ts';

/** A name and what it stands for, painted by the caller; a missing value drops the line. */
export type Field = readonly [label: string, value: string | null | undefined];

/** Draws what is known of one thing, label by label. */
export function renderFields(fields: readonly Field[], look: Look): string {
  const width = Math.max(0, ...fields.map(([label]) => textWidth(label)));
  return fields
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([label, value]) => `${look.muted(padEnd(label, width))}  ${value}`)
    .join('\n');
}
