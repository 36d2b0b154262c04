import { knownOptions } from '../../known-options.ts';
import type { Reader } from '../../reader.ts';
import { relationsOf } from '../../relations.ts';
import { readLines } from '../table/read-lines.ts';
import { type ForeignTableFacts, foreignTableId } from './foreign-table-facts.ts';

export async function readForeignTables(reader: Reader): Promise<void> {
  const relations = await relationsOf(reader);
  if (![...relations.values()].some(({ kind }) => kind === 'foreign-table')) return;
  const lineOf = await readLines(reader, relations);
  for (const { oid, server, options: pairs } of await reader.rows<Row>(foreignTables)) {
    const relation = relations.get(oid);
    if (relation === undefined) continue;
    const { schema, name } = relation;
    const { inherits, partitionOf, container, notes } = lineOf(relation);
    const { options, notes: secrets } = knownOptions(pairs);
    const facts: ForeignTableFacts = { schema, name, server, options, inherits, partitionOf };
    const id = foreignTableId(schema, name);
    reader.add(
      { id, kind: 'foreign-table', parent: container, facts, notes: { ...notes, ...secrets } },
      { catalog: 'pg_class', oid },
    );
    reader.name(name, id);
  }
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
