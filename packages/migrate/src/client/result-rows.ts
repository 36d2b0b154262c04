import type { Row } from './session.ts';

/** The rows of a driver's result; of the last one, where it gives one for each statement. */
export function rowsOf(result: unknown): readonly Row[] {
  const last: unknown = Array.isArray(result) ? result.at(-1) : result;
  if (typeof last !== 'object' || last === null || !('rows' in last) || !isRows(last.rows)) return [];
  return last.rows;
}

export function isRows(rows: unknown): rows is readonly Row[] {
  return Array.isArray(rows) && rows.every((row) => typeof row === 'object' && row !== null);
}
