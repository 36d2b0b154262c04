import type { Value } from './session.ts';

/** What is sent for a value. Of text no driver makes something else by the type that it finds out. */
export function valueText(value: Value): string | null {
  return value === null ? null : String(value);
}
