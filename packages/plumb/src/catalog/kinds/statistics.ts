import { identifier, objectId, qualified } from '../identifier.ts';
import { defineKind } from '../kind.ts';
import { type Statement, statement } from '../statement.ts';
import { userSchema } from '../user-schema.ts';
import { withoutOuterBrackets } from './index/split-definition.ts';

/** An extended statistics object. */
export type StatisticsFacts = {
  readonly schema: string;
  readonly name: string;
  readonly table: string;
  /** `(ndistinct)`; nothing where it is all that can be. */
  readonly kinds: string;
  /** In the order of their names: that of the table's columns makes no difference. */
  readonly columns: readonly string[];
  readonly expressions: readonly string[];
  /** Null is the server's default. */
  readonly target: number | null;
};

function statisticsId(schema: string, name: string): string {
  return objectId('statistics', [schema, name]);
}

export default defineKind<StatisticsFacts>({
  id: 'statistics',
  rank: 90,
  catalog: 'pg_statistic_ext',
  followsColumnType: true,

  renaming: {
    asks: false,
    path: ({ facts }) => [facts.schema, facts.name],
    mayBe: ({ facts: from }, { facts: to }) =>
      from.schema === to.schema && definitionOf(from) === definitionOf(to) && from.target === to.target,
    rename: (was, [, is = '']) => [statement(`ALTER STATISTICS ${qualified(...was)} RENAME TO ${identifier(is)}`)],
  },

  async read(reader) {
    const rows = await reader.rows<{
      oid: number;
      relation: number;
      schema: string;
      name: string;
      definition: string;
      table: string;
      columns: string[];
      expressions: string[];
      target: number | null;
    }>(`
      select
        s.oid,
        s.stxrelid as relation,
        n.nspname as schema,
        s.stxname as name,
        pg_catalog.pg_get_statisticsobjdef(s.oid) as definition,
        s.stxrelid::regclass::text as table,
        array(
          select a.attname::text
          from pg_catalog.pg_attribute as a
          where a.attrelid = s.stxrelid and a.attnum = any (s.stxkeys)
          order by a.attname
        ) as columns,
        coalesce(pg_catalog.pg_get_statisticsobjdef_expressions(s.oid), '{}') as expressions,
        nullif(s.stxstattarget, -1) as target
      from pg_catalog.pg_statistic_ext as s
      join pg_catalog.pg_namespace as n on n.oid = s.stxnamespace
      where ${userSchema('n')}
      order by n.nspname, s.stxname
    `);
    for (const { oid, relation, definition, ...row } of rows) {
      const { schema, name, table, columns, expressions, target } = row;
      const address = { catalog: 'pg_statistic_ext', oid };
      const parent = reader.at({ catalog: 'pg_class', oid: relation });
      if (parent === undefined) continue;
      if (reader.objects.get(parent)?.kind === 'extension') {
        reader.alias(address, parent);
        continue;
      }
      const [kinds = ''] = /^\([^)]*\) /.exec(afterName(definition)) ?? [];
      const facts: StatisticsFacts = { schema, name, table, kinds: kinds.trim(), columns, expressions, target };
      reader.add({ id: statisticsId(schema, name), kind: 'statistics', parent, facts }, address);
    }
  },

  phrase: ({ facts }) => `STATISTICS ${qualified(facts.schema, facts.name)}`,

  create: ({ facts }) => [
    statement(`CREATE STATISTICS ${qualified(facts.schema, facts.name)} ${definitionOf(facts)}`),
    ...(facts.target === null ? [] : [setTarget(facts)]),
  ],

  drop: ({ facts }) => [statement(`DROP STATISTICS ${qualified(facts.schema, facts.name)}`)],

  alter: ({ facts: from }, { facts: to }) =>
    definitionOf(from) === definitionOf(to)
      ? { statements: [setTarget(to)] }
      : { replace: 'PostgreSQL can only change the target of statistics' },

  occupies: ({ facts }) => [`statistics ${qualified(facts.schema, facts.name)}`],
});

function definitionOf({ kinds, columns, expressions, table }: StatisticsFacts): string {
  const parts = [
    ...columns.map(identifier),
    ...expressions.map((expression) => `(${withoutOuterBrackets(expression)})`),
  ];
  return `${kinds === '' ? '' : `${kinds} `}ON ${parts.join(', ')} FROM ${table}`;
}

function setTarget({ schema, name, target }: StatisticsFacts): Statement {
  return statement(`ALTER STATISTICS ${qualified(schema, name)} SET STATISTICS ${target ?? -1}`);
}

/** Without `CREATE STATISTICS` and the name, which may hold anything within quotes. */
function afterName(definition: string): string {
  return definition.replace(/^CREATE STATISTICS (?:[^\s".]+|"(?:[^"]|"")*")\.(?:[^\s".]+|"(?:[^"]|"")*") /, '');
}
