import type { Row } from './session.ts';

/** A column of a row that was selected as text; drivers and apps turn other types into what they like. */
export function textOf(row: Row | undefined, column: string): string {
  const value = row?.[column];
  return typeof value === 'string' ? value : '';
}

export function textOrNull(row: Row | undefined, column: string): string | null {
  const value = row?.[column];
  return typeof value === 'string' ? value : null;
}
