import type { Row } from './session.ts';

/** The rows of a driver's result; of the last one, where it gives one for each statement. */
export function rowsOf(result: unknown): readonly Row[] {
  const rows = lastOf(result)?.rows;
  return isRows(rows) ? rows : [];
}

/** How many rows the last statement of a result changed, by the name that the driver has for it. */
export function changedBy(result: unknown, name: 'rowCount' | 'affectedRows' | 'numAffectedRows'): number {
  return Number(lastOf(result)?.[name] ?? 0);
}

function lastOf(result: unknown): Readonly<Record<string, unknown>> | null {
  const last: unknown = Array.isArray(result) ? result.at(-1) : result;
  return typeof last === 'object' && last !== null ? { ...last } : null;
}

export function isRows(rows: unknown): rows is readonly Row[] {
  return Array.isArray(rows) && rows.every((row) => typeof row === 'object' && row !== null);
}
