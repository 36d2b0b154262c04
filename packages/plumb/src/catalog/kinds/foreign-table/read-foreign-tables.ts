import { qualified } from '../../identifier.ts';
import { knownOptions } from '../../known-options.ts';
import type { Reader } from '../../reader.ts';
import { type Relation, relationsOf } from '../../relations.ts';
import { restatedColumns } from '../table/read-tables.ts';
import { tableId } from '../table/table-facts.ts';
import { type ForeignTableFacts, foreignTableId } from './foreign-table-facts.ts';

export async function readForeignTables(reader: Reader): Promise<void> {
  const relations = await relationsOf(reader);
  if (![...relations.values()].some(({ kind }) => kind === 'foreign-table')) return;
  const restated = await restatedColumns(reader, relations);
  for (const { oid, server, options: pairs } of await reader.rows<Row>(foreignTables)) {
    const relation = relations.get(String(oid));
    if (relation === undefined) continue;
    const { schema, name, isPartition } = relation;
    const [parent, ...others] = relation.parents.flatMap((each) => relations.get(each) ?? []);
    const { options, notes } = knownOptions(pairs);
    const facts: ForeignTableFacts = {
      schema,
      name,
      server,
      options,
      inherits: isPartition || parent === undefined ? [] : [parent, ...others].map(nameOf),
      partitionOf: isPartition && parent ? nameOf(parent) : null,
    };
    const id = foreignTableId(schema, name);
    const columns = restated.get(String(oid));
    reader.add(
      {
        id,
        kind: 'foreign-table',
        parent: isPartition && parent ? tableId(parent.schema, parent.name) : null,
        facts,
        notes: { ...notes, ...(columns && { restated: columns }) },
      },
      { catalog: 'pg_class', oid },
    );
    reader.name(name, id);
  }
}

function nameOf({ schema, name }: Relation): string {
  return qualified(schema, name);
}

interface Row {
  readonly oid: number;
  readonly server: string;
  readonly options: string[] | null;
}

const foreignTables = `
  select
    t.ftrelid::oid as oid,
    s.srvname as server,
    t.ftoptions as options
  from pg_catalog.pg_foreign_table as t
  join pg_catalog.pg_foreign_server as s on s.oid = t.ftserver
  join pg_catalog.pg_class as c on c.oid = t.ftrelid
  join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
  order by n.nspname, c.relname
`;
