import { identifier, objectId, qualified } from '../identifier.ts';
import { defineKind } from '../kind.ts';
import { type Statement, statement } from '../statement.ts';
import { userSchema } from '../user-schema.ts';
import { tableId } from './table/table-facts.ts';

/**
 * What of a row stands in the log when it is updated or deleted, where that isn't the primary key. Where the index is
 * gone that was to say it, nothing does.
 */
export type ReplicaIdentityFacts = {
  readonly schema: string;
  readonly table: string;
  readonly mode: 'full' | 'nothing' | 'index';
  readonly index: string | null;
};

export default defineKind<ReplicaIdentityFacts>({
  id: 'replica-identity',
  rank: 97,
  catalog: 'pg_class',
  where: "relkind in ('r', 'p') and relreplident <> 'd'",

  async read(reader) {
    const rows = await reader.rows<ReplicaIdentityFacts & { indexOid: number | null }>(`
      select
        n.nspname as schema,
        c.relname as "table",
        case when c.relreplident = 'f' then 'full' when i.oid is null then 'nothing' else 'index' end as mode,
        i.relname as index,
        i.oid as "indexOid"
      from pg_catalog.pg_class as c
      join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
      left join pg_catalog.pg_index as x on x.indrelid = c.oid and x.indisreplident and c.relreplident = 'i'
      left join pg_catalog.pg_class as i on i.oid = x.indexrelid
      where c.relkind in ('r', 'p')
        and c.relpersistence <> 't'
        and c.relreplident <> 'd'
        and ${userSchema('n')}
      order by n.nspname, c.relname
    `);
    for (const { indexOid, ...facts } of rows) {
      const id = objectId('replica-identity', [facts.schema, facts.table]);
      reader.add({ id, kind: 'replica-identity', parent: tableId(facts.schema, facts.table), facts });
      const index = indexOid === null ? undefined : reader.at({ catalog: 'pg_class', oid: indexOid });
      if (index !== undefined) reader.need(id, index);
    }
  },

  phrase: ({ facts }) => `REPLICA IDENTITY OF ${qualified(facts.schema, facts.table)}`,

  create: ({ facts }) => [identify(facts)],

  drop: ({ facts }) => [statement(`ALTER TABLE ${qualified(facts.schema, facts.table)} REPLICA IDENTITY DEFAULT`)],

  alter: (_, { facts }) => ({ statements: [identify(facts)] }),
});

function identify({ schema, table, mode, index }: ReplicaIdentityFacts): Statement {
  const by = index !== null ? `USING INDEX ${identifier(index)}` : mode.toUpperCase();
  // The index that it used may be gone: then nothing can be said of it, and nothing identifies a row.
  return statement(
    `ALTER TABLE ${qualified(schema, table)} REPLICA IDENTITY ${mode === 'index' && index === null ? 'NOTHING' : by}`,
  );
}
