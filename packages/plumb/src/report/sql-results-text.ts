import type { Look } from './look.ts';
import { type Column, renderTable } from './table.ts';
import { wrap } from './text-width.ts';
import { counted, formatCount, formatDuration } from './units.ts';

export interface ShownResult {
  readonly command: string;
  readonly rowCount: number | null;
  readonly columns: readonly { readonly name: string; readonly typeOid: number }[];
  /** As many as are to be shown. */
  readonly rows: readonly (readonly (string | null)[])[];
  /** As many as there are. */
  readonly total: number;
}

/** Results as tables, and a line that sums up what was done, unless it wasn't done to the end. */
export function renderSqlResults(results: readonly ShownResult[], milliseconds: number | null, look: Look): string {
  const tables = results.filter(({ columns }) => columns.length > 0).map((result) => renderRows(result, look));
  const [only] = results;
  const needsSummary = results.length !== 1 || only?.columns.length === 0;
  const last = milliseconds !== null && needsSummary ? [summary(results, milliseconds)] : [];
  return [...tables, ...last].join('\n\n');
}

function renderRows({ columns, rows, total }: ShownResult, look: Look): string {
  const table = renderTable({ columns: columns.map(drawn), rows: rows.map((row) => row.map(toldApart)) }, look);
  const more = total - rows.length;
  const note =
    more === 0
      ? `(${counted(total, 'row')})`
      : `(${formatCount(rows.length)} of ${counted(total, 'row')}; --all shows the rest, --format csv or json writes all for other programs)`;
  return `${table}\n${look.muted(wrap(note, look.width).join('\n'))}`;
}

/** int8, int2, int4, oid, float4, float8, money, numeric: their OIDs never change. */
const numbers = new Set([20, 21, 23, 26, 700, 701, 790, 1700]);

function drawn({ name, typeOid }: ShownResult['columns'][number]): Column {
  return numbers.has(typeOid) ? { title: name, align: 'right' } : { title: name };
}

/** The text `NULL` is quoted, because a missing value is drawn so. */
function toldApart(value: string | null): string | null {
  return value === 'NULL' ? '"NULL"' : value;
}

function summary(results: readonly ShownResult[], milliseconds: number): string {
  const time = formatDuration(milliseconds);
  const [only] = results;
  if (only === undefined) return 'There is no statement to run.';
  if (results.length === 1) return `${only.command}${rowsOf(only.rowCount)} in ${time}`;
  const commands = [...new Set(results.map(({ command }) => command))];
  const parts = commands.map((command) => {
    const those = results.filter((result) => result.command === command);
    const rows = those.every(({ rowCount }) => rowCount === null)
      ? null
      : those.reduce((sum, { rowCount }) => sum + (rowCount ?? 0), 0);
    return `${formatCount(those.length)} ${command}${rowsOf(rows)}`;
  });
  return `${counted(results.length, 'statement')} in ${time}: ${parts.join(', ')}`;
}

function rowsOf(rows: number | null): string {
  return rows === null ? '' : ` (${counted(rows, 'row')})`;
}
