import { identifier, objectId, qualified } from '../identifier.ts';
import { defineKind } from '../kind.ts';
import { type Statement, statement } from '../statement.ts';
import { userSchema } from '../user-schema.ts';

/** The index in whose order CLUSTER puts the rows of a table or materialized view. */
export type ClusterOnFacts = {
  readonly schema: string;
  readonly table: string;
  readonly relation: 'table' | 'materialized-view';
  readonly index: string;
};

export default defineKind<ClusterOnFacts>({
  id: 'cluster-on',
  rank: 98,
  catalog: 'pg_class',
  where: 'oid in (select indexrelid from pg_index where indisclustered)',

  async read(reader) {
    const rows = await reader.rows<ClusterOnFacts & { indexOid: number }>(`
      select
        n.nspname as schema,
        c.relname as "table",
        case c.relkind when 'm' then 'materialized-view' else 'table' end as relation,
        i.relname as index,
        i.oid as "indexOid"
      from pg_catalog.pg_index as x
      join pg_catalog.pg_class as c on c.oid = x.indrelid
      join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
      join pg_catalog.pg_class as i on i.oid = x.indexrelid
      where x.indisclustered and c.relpersistence <> 't' and ${userSchema('n')}
      order by n.nspname, c.relname
    `);
    for (const { indexOid, ...facts } of rows) {
      const { schema, table, relation } = facts;
      const id = objectId('cluster-on', [schema, table]);
      reader.add({ id, kind: 'cluster-on', parent: objectId(relation, [schema, table]), facts });
      const index = reader.at({ catalog: 'pg_class', oid: indexOid });
      if (index !== undefined) reader.need(id, index);
    }
  },

  phrase: ({ facts }) => `CLUSTER OF ${qualified(facts.schema, facts.table)}`,

  create: ({ facts }) => [clusterOn(facts)],

  drop: ({ facts }) => [statement(`${alterRelation(facts)} SET WITHOUT CLUSTER`)],

  alter: (_, { facts }) => ({ statements: [clusterOn(facts)] }),
});

function clusterOn(facts: ClusterOnFacts): Statement {
  return statement(`${alterRelation(facts)} CLUSTER ON ${identifier(facts.index)}`);
}

function alterRelation({ schema, table, relation }: ClusterOnFacts): string {
  return `ALTER ${relation === 'table' ? 'TABLE' : 'MATERIALIZED VIEW'} ${qualified(schema, table)}`;
}
