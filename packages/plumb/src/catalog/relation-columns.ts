import type { Reader } from './reader.ts';

/** A column as what refers to it by number must know it. */
export interface RelationColumn {
  readonly name: string;
  /** Oids. */
  readonly type: string;
  readonly collation: string;
}

export type RelationColumns = (relation: string, column: string) => RelationColumn | undefined;

const known = new WeakMap<Reader, Promise<RelationColumns>>();

/** Columns of tables, views and the like, by the oid of the relation and the column's number. */
export function relationColumns(reader: Reader): Promise<RelationColumns> {
  const found = known.get(reader) ?? readColumns(reader);
  known.set(reader, found);
  return found;
}

async function readColumns(reader: Reader): Promise<RelationColumns> {
  const columns = new Map<string, RelationColumn>();
  for (const [relation, column, name, type, collation] of await reader.lean(sql)) {
    if (name && type && collation) columns.set(`${relation} ${column}`, { name, type, collation });
  }
  return (relation, column) => columns.get(`${relation} ${column}`);
}

const sql = `
  select a.attrelid, a.attnum, a.attname, a.atttypid, a.attcollation
  from pg_catalog.pg_attribute as a
  join pg_catalog.pg_class as c on c.oid = a.attrelid
  where c.relkind in ('r', 'p', 'f', 'm') and a.attrelid >= 16384 and a.attnum > 0 and not a.attisdropped
`;
