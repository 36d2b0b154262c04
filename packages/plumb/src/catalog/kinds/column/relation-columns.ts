import type { Reader } from '../../reader.ts';
import { columnRows } from './column-rows.ts';

/** A column as what refers to it by number must know it. */
export interface RelationColumn {
  readonly position: number;
  readonly name: string;
  readonly typeOid: number;
  readonly collationOid: number;
}

export type RelationColumns = (relation: number, position: number) => RelationColumn | undefined;

const known = new WeakMap<Reader, Promise<RelationColumns>>();

/** Columns of tables and materialized views, by the oid of the relation and the column's number. */
export function relationColumns(reader: Reader): Promise<RelationColumns> {
  const found = known.get(reader) ?? readColumns(reader);
  known.set(reader, found);
  return found;
}

async function readColumns(reader: Reader): Promise<RelationColumns> {
  const rows = await columnRows(reader);
  const ofViews = new Map<number, RelationColumn[]>();
  for (const { relation, ...column } of await reader.rows<RelationColumn & { readonly relation: number }>(
    materialized,
  )) {
    ofViews.set(relation, [...(ofViews.get(relation) ?? []), column]);
  }
  return (relation, position) => {
    const columns = rows.get(relation) ?? ofViews.get(relation) ?? [];
    const near = columns[position - 1];
    // Columns that were dropped leave gaps.
    return near?.position === position ? near : columns.find((column) => column.position === position);
  };
}

const materialized = `
  select
    a.attrelid as relation,
    a.attnum as position,
    a.attname as name,
    a.atttypid as "typeOid",
    a.attcollation as "collationOid"
  from pg_catalog.pg_class as c
  join pg_catalog.pg_attribute as a on a.attrelid = c.oid
  where c.relkind = 'm' and c.oid >= 16384 and a.attnum > 0
  order by a.attrelid, a.attnum
`;
