import type { Client } from 'pg';
import { StreamedQuery } from './streamed-query.ts';

export interface ResultColumn {
  readonly name: string;
  readonly typeOid: number;
  readonly typeModifier: number;
}

/** A row as PostgreSQL prints it. */
export type Row = readonly (string | null)[];

/** Takes the rows of one result as they come; a promise makes the server wait. */
export interface RowReader {
  row(row: Row): Promise<void> | undefined;
  end?(): Promise<void>;
}

export interface StatementResult {
  /** `SELECT`, `INSERT`, `CREATE TABLE` … */
  readonly command: string;
  /** Null where the command doesn't count. */
  readonly rowCount: number | null;
  readonly columns: readonly ResultColumn[];
}

export type ReadRows = (columns: readonly ResultColumn[]) => RowReader;

/** Runs one statement and hands each row on at once, so that a result of any size takes no memory here. */
export async function runStatement(
  client: Client,
  text: string,
  read: ReadRows,
  values: readonly string[] = [],
): Promise<StatementResult> {
  const query = new StreamedQuery(text, values, read);
  client.query(query);
  const { tag, columns, reader } = await query.done;
  await reader?.end?.();
  // `INSERT 0 5` counts 5; its zero is the object id that rows once had.
  const [, command = tag, count] = /^(.*?)(?: \d+)*? (\d+)$/.exec(tag) ?? [];
  return { command, rowCount: count === undefined ? null : Number(count), columns };
}
