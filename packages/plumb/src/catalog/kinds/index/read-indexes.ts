import { objectId, qualified } from '../../identifier.ts';
import type { Reader } from '../../reader.ts';
import { relationsOf } from '../../relations.ts';
import { relationColumns } from '../column/relation-columns.ts';
import { optionsOf } from '../table/storage-options.ts';
import { readIndexColumns } from './index-columns.ts';
import { type Index, indexId } from './index-facts.ts';
import { indexRows } from './index-rows.ts';
import { readOperatorClasses } from './operator-classes.ts';
import { indexesOf } from './partition-indexes.ts';
import { simpleKeys } from './simple-keys.ts';
import { splitDefinition } from './split-definition.ts';

/** Reads the indexes that no constraint owns: those of constraints have been read with them. */
export async function readIndexes(reader: Reader): Promise<void> {
  const all = await indexRows(reader);
  const rows = all.filter(({ oid }) => reader.at({ catalog: 'pg_class', oid }) === undefined);
  if (rows.length === 0) return;
  const columns = await relationColumns(reader);
  const classes = await readOperatorClasses(reader);
  const own = await readIndexColumns(reader);
  const found = rows.map((row) => {
    if (row.definition !== null) return { row, parts: splitDefinition(row.definition) };
    return { row, parts: own.get(row.oid)?.hasOptions ? null : simpleKeys(row, columns, classes) };
  });
  const definitions = await readDefinitions(
    reader,
    found.filter(({ parts }) => parts === null).map(({ row }) => row.oid),
  );
  for (const { row, parts } of found) {
    const { oid, schema, name } = row;
    const parent = reader.at({ catalog: 'pg_class', oid: row.relation });
    if (parent === undefined) continue;
    if (reader.objects.get(parent)?.kind === 'extension') {
      reader.alias({ catalog: 'pg_class', oid }, parent);
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
        table: row.table,
        relation: relations[row.relkind] ?? 'table',
        unique: row.unique,
        method: row.method,
        ...(parts ?? splitDefinition(definitions.get(oid) ?? '')),
        where: row.predicate,
        nullsNotDistinct: row.nullsNotDistinct,
        options: optionsOf(row.options),
        tablespace: row.tablespace,
        statistics,
        partitionOf: row.partitionOf && qualified(...row.partitionOf),
        valid: row.valid,
      },
      ...(names === undefined ? {} : { notes: { indexColumns: names } }),
    };
    reader.add(object, { catalog: 'pg_class', oid });
  }
}

const relations: Readonly<Record<string, Index['facts']['relation']>> = {
  m: 'materialized-view',
  p: 'partitioned-table',
};

/** Asks for the order in which indexes of partitions are best made: after the partitions, and before they are attached. */
export async function hintAtPartitions(reader: Reader): Promise<void> {
  const relations = await relationsOf(reader);
  if (![...relations.values()].some(({ partitioned }) => partitioned)) return;
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

/** What can't be put together from the catalogue's columns alone. */
async function readDefinitions(reader: Reader, oids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (oids.length === 0) return new Map();
  const rows = await reader.rows<{ oid: number; definition: string }>(
    'select u.oid, pg_catalog.pg_get_indexdef(u.oid) as definition from unnest($1::oid[]) as u (oid)',
    [oids],
  );
  return new Map(rows.map(({ oid, definition }) => [oid, definition]));
}
