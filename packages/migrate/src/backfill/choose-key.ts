import type { MigrationProblem } from '../contract/problem.ts';
import { fileInvalid } from '../sql/file-invalid.ts';
import type { Backfill } from './backfill.ts';
import type { Key, KeyColumn } from './key.ts';
import type { NarrowableStatement } from './narrowable.ts';
import type { IndexColumn, TableFacts } from './read-table.ts';
import { nameMeant } from './words.ts';

const kinds: Readonly<Record<string, string>> = {
  v: 'a view',
  m: 'a materialized view',
  f: 'a foreign table',
  S: 'a sequence',
  i: 'an index',
};

/** The columns that lead through the table: those of the state that it goes on from, those that are asked for, or a key. */
export function chooseKey(
  { statement, options }: Backfill,
  { relation, sets }: NarrowableStatement,
  table: TableFacts | null,
  begun: readonly string[] | null,
): Key {
  const refuse = (message: string, hint: string): MigrationProblem => fileInvalid(statement, message, hint);
  if (table === null) throw refuse(`There is no table ${relation.name}.`, 'Is its schema missing, as in app.jobs?');
  const { name, kind, isNamed } = table;
  if (!isNamed) {
    throw refuse(
      `The statement goes through ${name}, and the section says table=${options.table}.`,
      `Write table=${name} if that is what is meant.`,
    );
  }
  if (kind !== 'r' && kind !== 'p') {
    throw refuse(
      `${name} is ${kinds[kind] ?? 'no table'}, whose rows have no key to go along.`,
      'Name the table that the rows lie in, or make it a section of another mode, such as transaction.',
    );
  }
  const asked = begun ?? options.key?.map(nameMeant) ?? null;
  const key = asked === null ? ownKey(table, sets) : leadingKey(asked, table);
  if (key === null) {
    const why = asked === null ? noKeyOf(table) : notAKey(asked, table);
    throw refuse(why, hintOf(table));
  }
  const changed = key.find((column) => sets.includes(column.name));
  if (changed !== undefined) {
    throw refuse(
      `It changes ${changed.name}, along which the batches go, so that rows could be met twice.`,
      `Go along other columns with key=…, or make it a section of another mode, such as transaction.`,
    );
  }
  return key;
}

/** The primary key, or the shortest unique index that is as good, if there is one that the statement doesn't change. */
function ownKey(table: TableFacts, sets: readonly string[]): Key | null {
  const keys = table.indexes.flatMap(({ isUnique, columns }) => {
    const key = isUnique ? keyOf(columns, table) : null;
    return key === null ? [] : [key];
  });
  return keys.find((key) => !key.some(({ name }) => sets.includes(name))) ?? keys[0] ?? null;
}

/** Columns that an index begins with: without one, each batch would have to sort the whole table. */
function leadingKey(asked: readonly string[], table: TableFacts): Key | null {
  for (const { columns } of table.indexes) {
    const leading = columns.slice(0, asked.length);
    const key = leading.every(({ name }, index) => name === asked[index]) ? keyOf(leading, table) : null;
    if (key !== null && key.length === asked.length) return key;
  }
  return null;
}

function keyOf(columns: readonly IndexColumn[], table: TableFacts): Key | null {
  const descending = columns[0]?.isDescending;
  const usable = columns.flatMap(({ name, isUsual, isDescending, cast, operators }): KeyColumn[] => {
    const isUsable = name !== null && isUsual && isDescending === descending && table.columns[name] === true;
    return isUsable ? [{ name, cast, operators }] : [];
  });
  const [first, ...others] = usable;
  return first === undefined || usable.length < columns.length ? null : [first, ...others];
}

function noKeyOf({ name }: TableFacts): string {
  return `${name} has no primary key and no other unique index whose columns are NOT NULL, along which batches could go.`;
}

function notAKey(asked: readonly string[], { name, columns }: TableFacts): string {
  const missing = asked.find((column) => columns[column] === undefined);
  if (missing !== undefined) return `${name} has no column ${missing}.`;
  const nullable = asked.find((column) => columns[column] === false);
  if (nullable !== undefined) return `${name}.${nullable} can be NULL, and such rows would be left out.`;
  return `No index of ${name} begins with ${asked.join(', ')}, so each batch would have to sort the whole table.`;
}

function hintOf(table: TableFacts): string {
  const leading = table.indexes.flatMap(({ columns }) => {
    const key = keyOf(columns.slice(0, 1), table);
    return key === null ? [] : [`key=${key[0].name}`];
  });
  const [first] = new Set(leading);
  return first === undefined
    ? 'Create an index that begins with columns that are NOT NULL and name them with key=…, or make it a section of another mode, such as transaction.'
    : `Write ${[...new Set(leading)].join(' or ')}.`;
}
