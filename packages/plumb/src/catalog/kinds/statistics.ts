import { identifier, objectId, qualified } from '../identifier.ts';
import { defineKind } from '../kind.ts';
import { type Statement, statement } from '../statement.ts';
import { userSchema } from '../user-schema.ts';

/** An extended statistics object. */
export type StatisticsFacts = {
  readonly schema: string;
  readonly name: string;
  /** What follows its name: `(ndistinct) ON a, b FROM public.t`. */
  readonly definition: string;
  /** Null is the server's default. */
  readonly target: number | null;
};

export function statisticsId(schema: string, name: string): string {
  return objectId('statistics', [schema, name]);
}

export default defineKind<StatisticsFacts>({
  id: 'statistics',
  rank: 90,
  followsColumnType: true,

  renaming: {
    asks: false,
    path: ({ facts }) => [facts.schema, facts.name],
    mayBe: ({ facts: from }, { facts: to }) =>
      from.schema === to.schema && from.definition === to.definition && from.target === to.target,
    rename: (was, [, is = '']) => [statement(`ALTER STATISTICS ${qualified(...was)} RENAME TO ${identifier(is)}`)],
  },

  async read(reader) {
    const rows = await reader.rows<{
      oid: number;
      relation: number;
      schema: string;
      name: string;
      definition: string;
      target: number | null;
    }>(`
      select
        s.oid,
        s.stxrelid as relation,
        n.nspname as schema,
        s.stxname as name,
        pg_catalog.pg_get_statisticsobjdef(s.oid) as definition,
        nullif(s.stxstattarget, -1) as target
      from pg_catalog.pg_statistic_ext as s
      join pg_catalog.pg_namespace as n on n.oid = s.stxnamespace
      where ${userSchema('n')}
      order by n.nspname, s.stxname
    `);
    for (const { oid, relation, schema, name, definition, target } of rows) {
      const address = { catalog: 'pg_statistic_ext', oid };
      const parent = reader.at({ catalog: 'pg_class', oid: relation });
      if (parent === undefined) continue;
      if (reader.objects.get(parent)?.kind === 'extension') {
        reader.alias(address, parent);
        continue;
      }
      const facts: StatisticsFacts = { schema, name, definition: afterName(definition), target };
      reader.add({ id: statisticsId(schema, name), kind: 'statistics', parent, facts }, address);
    }
  },

  phrase: ({ facts }) => `STATISTICS ${qualified(facts.schema, facts.name)}`,

  create: ({ facts }) => [
    statement(`CREATE STATISTICS ${qualified(facts.schema, facts.name)} ${facts.definition}`),
    ...(facts.target === null ? [] : [setTarget(facts)]),
  ],

  drop: ({ facts }) => [statement(`DROP STATISTICS ${qualified(facts.schema, facts.name)}`)],

  alter: ({ facts: from }, { facts: to }) =>
    from.definition === to.definition
      ? { statements: [setTarget(to)] }
      : { replace: 'PostgreSQL can only change the target of statistics' },

  occupies: ({ facts }) => [`statistics ${qualified(facts.schema, facts.name)}`],
});

function setTarget({ schema, name, target }: StatisticsFacts): Statement {
  return statement(`ALTER STATISTICS ${qualified(schema, name)} SET STATISTICS ${target ?? -1}`);
}

/** Without `CREATE STATISTICS` and the name, which may hold anything within quotes. */
function afterName(definition: string): string {
  return definition.replace(/^CREATE STATISTICS (?:[^\s".]+|"(?:[^"]|"")*")\.(?:[^\s".]+|"(?:[^"]|"")*") /, '');
}
