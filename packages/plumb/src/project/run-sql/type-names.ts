import type { Client } from 'pg';
import type { ResultColumn } from './run-statement.ts';

export interface NamedColumn extends ResultColumn {
  /** The type as PostgreSQL writes it: `character varying(20)`. */
  readonly type: string;
}

const unknownType = '???';

/** Gives columns the names of their types; a type that is gone by now, or a server that is, leaves `???`. */
export async function nameTypes(
  client: Client,
  columns: readonly ResultColumn[],
): Promise<(column: ResultColumn) => NamedColumn> {
  const distinct = [...new Map(columns.map((column) => [keyOf(column), column])).values()];
  const names = await lookUp(client, distinct).catch(() => new Map<string, string>());
  return (column) => ({ ...column, type: names.get(keyOf(column)) ?? unknownType });
}

async function lookUp(client: Client, columns: readonly ResultColumn[]): Promise<ReadonlyMap<string, string>> {
  if (columns.length === 0) return new Map();
  const { rows } = await client.query<{ key: string; name: string }>(
    `select
       t.oid || ':' || t.modifier as key,
       pg_catalog.format_type(t.oid, t.modifier) as name
     from unnest($1::oid[], $2::int[]) as t (oid, modifier)`,
    [columns.map(({ typeOid }) => typeOid), columns.map(({ typeModifier }) => typeModifier)],
  );
  return new Map(rows.map(({ key, name }) => [key, name]));
}

function keyOf({ typeOid, typeModifier }: ResultColumn): string {
  return `${typeOid}:${typeModifier}`;
}
