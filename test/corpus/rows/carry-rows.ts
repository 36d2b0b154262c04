import type { Client } from '../client.ts';
import { keyOf, type Path, type RowColumn, type Rows, type TableRows } from './rows.ts';

/** What a case says of its rows. */
export interface CarryOptions {
  readonly renames: readonly { readonly was: Path; readonly is: Path }[];
  /** Tables and columns, dotted, in which rows may change. */
  readonly changing: readonly string[];
}

export interface CarriedRows {
  readonly differences: readonly string[];
  /** What is expected to be there from now on, in the shape that it has now. */
  readonly expected: Rows;
}

/**
 * Whether the rows that could survive a migration did: in tables that are there before and after, in columns that are
 * there before and after, under their new names and cast to their new types.
 */
export async function carryRows(
  client: Client,
  before: Rows,
  found: Rows,
  options: CarryOptions,
): Promise<CarriedRows> {
  const differences: string[] = [];
  const tables = new Map<string, TableRows>();
  for (const table of before.tables.values()) {
    const after = found.tables.get(keyOf(renamed(table.path, options)));
    if (after === undefined || (table.partitionOf !== null && after.partitionOf !== null)) continue;
    if (isChanging([table.path, after.path], options)) continue;
    const carried = await carryTable(client, table, after, options);
    tables.set(keyOf(after.path), { ...after, ...carried });
    const places = [after, ...detached(table, before, found, options)];
    const actual = places.flatMap((place) => project(place, carried.columns) ?? []);
    const exactly = !table.partitioned && !after.partitioned;
    differences.push(...compareRows(after.path.join('.'), carried, actual, exactly));
  }
  const sequences = new Map<string, string>();
  for (const [key, value] of before.sequences) {
    const path: Path = JSON.parse(key);
    const newPath = renamed(path, options);
    const now = found.sequences.get(keyOf(newPath));
    if (now === undefined || isChanging([path, newPath], options)) continue;
    sequences.set(keyOf(newPath), value);
    if (now !== value) differences.push(`sequence ${newPath.join('.')} stood at ${value}, and stands at ${now}`);
  }
  return { differences, expected: { tables, sequences } };
}

/** Tables that were partitions of it, and stand alone now or belong to another: its rows may be there. */
function detached(table: TableRows, before: Rows, found: Rows, options: CarryOptions): TableRows[] {
  const partitions = [...before.tables.values()].filter(
    ({ partitionOf }) => partitionOf !== null && keyOf(partitionOf) === keyOf(table.path),
  );
  return partitions.flatMap((partition) => {
    const now = found.tables.get(keyOf(renamed(partition.path, options)));
    const left = now !== undefined && keyOf(now.partitionOf ?? []) !== keyOf(renamed(table.path, options));
    const own = left ? [now] : [];
    return [...own, ...detached(partition, before, found, options)];
  });
}

interface Carried {
  readonly columns: readonly RowColumn[];
  readonly rows: TableRows['rows'];
}

async function carryTable(client: Client, table: TableRows, after: TableRows, options: CarryOptions): Promise<Carried> {
  const columns: RowColumn[] = [];
  const values: (string | null)[][] = table.rows.map(() => []);
  for (const [index, column] of table.columns.entries()) {
    const name = renamedColumn(table.path, after.path, column.name, options);
    const now = after.columns.find((other) => other.name === name);
    if (now === undefined || now.generated || column.generated) continue;
    if (
      isChanging(
        [
          [...table.path, column.name],
          [...after.path, name],
        ],
        options,
      )
    )
      continue;
    const texts = table.rows.map((row) => renamedValue(column.type, row[index] ?? null, options));
    const cast = now.type === column.type ? texts : await castAll(client, texts, now.type);
    if (cast === null) continue;
    columns.push(now);
    for (const [row, value] of cast.entries()) values[row]?.push(value);
  }
  return { columns, rows: values };
}

/** The texts as values of a type print; null where the type doesn't take them as they stand. */
async function castAll(
  client: Client,
  texts: readonly (string | null)[],
  type: string,
): Promise<readonly (string | null)[] | null> {
  try {
    const { rows } = await client.query<{ value: string | null }>(
      `select (u.text::${type})::text as value from unnest($1::text[]) with ordinality u (text, position) order by position`,
      [texts],
    );
    return rows.map(({ value }) => value);
  } catch {
    return null;
  }
}

/** The rows with these columns alone; null where a column is missing. */
function project(table: TableRows, columns: readonly RowColumn[]): TableRows['rows'] | null {
  const places = columns.map(({ name }) => table.columns.findIndex((column) => column.name === name));
  return places.includes(-1) ? null : table.rows.map((row) => places.map((place) => row[place] ?? null));
}

function compareRows(name: string, { columns, rows }: Carried, actual: TableRows['rows'], exactly: boolean): string[] {
  const left = new Map<string, number>();
  for (const row of actual) left.set(JSON.stringify(row), (left.get(JSON.stringify(row)) ?? 0) + 1);
  const lost: string[] = [];
  for (const row of rows.map((each) => JSON.stringify(each))) {
    const count = left.get(row) ?? 0;
    if (count === 0) lost.push(row);
    else left.set(row, count - 1);
  }
  const gained = exactly ? [...left].filter(([, count]) => count > 0).map(([row]) => row) : [];
  if (lost.length + gained.length === 0) return [];
  return [
    `rows of ${name} (${columns.map((column) => column.name).join(', ')}) (- lost, + appeared):`,
    ...lost.slice(0, 5).map((row) => `  - ${row}`),
    ...gained.slice(0, 5).map((row) => `  + ${row}`),
  ];
}

function renamed(path: Path, { renames }: CarryOptions): Path {
  return renames.find(({ was }) => keyOf(was) === keyOf(path))?.is ?? path;
}

function renamedColumn(table: Path, tableNow: Path, name: string, { renames }: CarryOptions): string {
  const paths = [table, tableNow].map((path) => keyOf([...path, name]));
  return renames.find(({ was }) => paths.includes(keyOf(was)))?.is.at(-1) ?? name;
}

/** A value of an enum may have another name. */
function renamedValue(type: string, value: string | null, { renames }: CarryOptions): string | null {
  const rename = renames.find(({ was }) => was.slice(0, -1).join('.') === type && was.at(-1) === value);
  return rename?.is.at(-1) ?? value;
}

function isChanging(paths: readonly Path[], { changing }: CarryOptions): boolean {
  return paths.some((path) => changing.includes(path.join('.')));
}
