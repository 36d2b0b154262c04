import { objectId, qualified } from '../../identifier.ts';
import type { Reader } from '../../reader.ts';

import { userSchema } from '../../user-schema.ts';
import { relationColumns } from '../column/relation-columns.ts';
import { optionsOf } from '../table/storage-options.ts';
import { readIndexColumns } from './index-columns.ts';
import { type Index, indexId } from './index-facts.ts';
import { readOperatorClasses } from './operator-classes.ts';
import { indexesOf } from './partition-indexes.ts';
import { simpleKeys } from './simple-keys.ts';
import { splitDefinition } from './split-definition.ts';

/** Reads the indexes that no constraint owns: those of constraints have been read with them. */
export async function readIndexes(reader: Reader): Promise<void> {
  const rows = (await reader.lean(indexes(reader.major))).filter(([oid]) => reader.at(relationAt(oid)) === undefined);
  if (rows.length === 0) return;
  const columns = await relationColumns(reader);
  const classes = await readOperatorClasses(reader);
  const own = await readIndexColumns(reader);
  const found = rows.map((row) => {
    const [oid, relation, , , , , method, , , definition] = row;
    const [count, numbers, opclasses, collations, order] = row.slice(16);
    if (definition) return { row, parts: splitDefinition(definition) };
    if (own.get(oid ?? '')?.hasOptions) return { row, parts: null };
    const listed = { relation, method, count, numbers, opclasses, collations, order };
    return { row, parts: simpleKeys(listed, columns, classes) };
  });
  const hard = found.filter(({ parts }) => parts === null).map(({ row }) => row[0] ?? '');
  const definitions = await readDefinitions(reader, hard);
  for (const { row, parts } of found) {
    const [oid, relation, schema, name, table, relkind, method, unique, nullsNotDistinct] = row;
    const [predicate, valid, options, tablespace, parentSchema, parentName] = row.slice(10);
    if (!oid || !schema || !name || !table || !method) continue;
    const parent = reader.at(relationAt(relation));
    if (parent === undefined) continue;
    if (reader.objects.get(parent)?.kind === 'extension') {
      reader.alias(relationAt(oid), parent);
      continue;
    }
    const { statistics = {}, names } = own.get(oid) ?? {};
    const object: Index = {
      id: indexId(schema, name),
      kind: 'index',
      parent,
      facts: {
        schema,
        name,
        table,
        relation: relkind === 'm' ? 'materialized-view' : relkind === 'p' ? 'partitioned-table' : 'table',
        unique: unique === 't',
        method,
        ...(parts ?? splitDefinition(definitions.get(oid) ?? '')),
        where: predicate ?? null,
        nullsNotDistinct: nullsNotDistinct === 't',
        options: optionsOf(options ? JSON.parse(options) : null),
        tablespace: tablespace ?? null,
        statistics,
        partitionOf: parentSchema && parentName ? qualified(parentSchema, parentName) : null,
        valid: valid === 't',
      },
      ...(names === undefined ? {} : { notes: { indexColumns: names } }),
    };
    reader.add(object, relationAt(oid));
  }
}

/** Asks for the order in which indexes of partitions are best made: after the partitions, and before they are attached. */
export function hintAtPartitions(reader: Reader): void {
  const { byName, attached } = indexesOf(reader);
  for (const [name, children] of attached) {
    const parent = byName.get(name);
    for (const { id, parent: table, facts } of children) {
      const isExclusion = 'type' in facts && facts.type === 'exclusion';
      if (!isExclusion) reader.hint(objectId('partition', [facts.schema, facts.table]), id);
      if (parent !== undefined && table !== null) reader.hint(parent.id, table);
    }
  }
}

function relationAt(oid: string | null | undefined): { readonly catalog: string; readonly oid: number } {
  return { catalog: 'pg_class', oid: Number(oid) };
}

/** What can't be put together from the catalogue's columns alone. */
async function readDefinitions(reader: Reader, oids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (oids.length === 0) return new Map();
  const rows = await reader.rows<{ oid: number; definition: string }>(
    'select u.oid, pg_catalog.pg_get_indexdef(u.oid) as definition from unnest($1::oid[]) as u (oid)',
    [oids],
  );
  return new Map(rows.map(({ oid, definition }) => [String(oid), definition]));
}

/** In the order in which they were made, since that decides the names that PostgreSQL chooses for partitions. */
const indexes = (major: number): string => `
  select
    i.indexrelid,
    i.indrelid,
    n.nspname,
    c.relname,
    t.relname,
    t.relkind,
    m.amname,
    i.indisunique,
    ${major >= 15 ? 'i.indnullsnotdistinct' : 'false'},
    case when i.indexprs is not null then pg_catalog.pg_get_indexdef(i.indexrelid) end,
    case when i.indpred is not null then pg_catalog.pg_get_expr(i.indpred, i.indrelid) end,
    i.indisvalid,
    pg_catalog.to_json(c.reloptions),
    s.spcname,
    pn.nspname,
    p.relname,
    i.indnkeyatts,
    i.indkey,
    i.indclass,
    i.indcollation,
    i.indoption
  from pg_catalog.pg_index as i
  join pg_catalog.pg_class as c on c.oid = i.indexrelid
  join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
  join pg_catalog.pg_class as t on t.oid = i.indrelid
  join pg_catalog.pg_am as m on m.oid = c.relam
  left join pg_catalog.pg_tablespace as s on s.oid = c.reltablespace
  left join pg_catalog.pg_inherits as h on h.inhrelid = i.indexrelid
  left join pg_catalog.pg_class as p on p.oid = h.inhparent
  left join pg_catalog.pg_namespace as pn on pn.oid = p.relnamespace
  where i.indexrelid >= 16384 and t.relpersistence <> 't' and ${userSchema('n')}
  order by i.indexrelid
`;
