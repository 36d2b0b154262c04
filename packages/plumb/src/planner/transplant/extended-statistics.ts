import { type Client, DatabaseError } from 'pg';
import { literal } from '../../catalog/identifier.ts';
import type { ProfiledStatistics } from '../profile/profile.ts';
import { type AttributeStatistics, type ShadowSessions, storeStatistics, workplace } from './store-statistics.ts';
import { storedDependencies, storedDistinct, withFrequencies } from './stored-statistics.ts';

interface ShadowStatistics {
  readonly oid: string;
  readonly schema: string;
  readonly name: string;
  readonly table: string;
  /** Columns in the order of their numbers, then expressions. */
  readonly attributes: readonly { readonly name: string | null; readonly number: number; readonly sql: string }[];
}

interface Model {
  readonly statistics: ProfiledStatistics;
  readonly shadow: ShadowStatistics;
  /** A table of ours whose columns are the attributes. */
  readonly table: string;
}

/**
 * Gives the shadow what CREATE STATISTICS made in production. PostgreSQL has no function for that. Lists of most common
 * values hold values as they are stored, so PostgreSQL makes them itself, of a table with just these values, and only their
 * frequencies are changed. Returns what could not be carried over.
 */
export async function restoreExtendedStatistics(
  { owner, superuser }: ShadowSessions,
  all: readonly ProfiledStatistics[],
  major: number,
): Promise<readonly string[]> {
  if (all.length === 0) return [];
  const { rows } = await owner.query<ShadowStatistics>(shadowStatistics);
  const found = new Map(rows.map((row) => [`${row.schema}.${row.name}`, row]));
  const refused: string[] = [];
  const models: Model[] = [];
  for (const [at, statistics] of all.entries()) {
    const name = `${statistics.schema}.${statistics.name}`;
    const shadow = found.get(name);
    if (shadow === undefined || !sameAttributes(statistics, shadow)) {
      refused.push(name);
      continue;
    }
    const model = { statistics, shadow, table: `${workplace}.model_${at}` };
    try {
      await makeModel(owner, model);
      models.push(model);
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      refused.push(`${name}: ${error.message}`);
    }
  }
  await storeExpressions({ owner, superuser }, models);
  await superuser.query(open);
  for (const model of models) await store(superuser, model, major);
  await superuser.query(close);
  return refused;
}

function sameAttributes({ attributes }: ProfiledStatistics, shadow: ShadowStatistics): boolean {
  const columns = shadow.attributes.flatMap(({ name }) => (name === null ? [] : [name]));
  const expressions = attributes.filter((each) => typeof each === 'number').length;
  const named = attributes.filter((each) => typeof each === 'string');
  return (
    expressions === shadow.attributes.length - columns.length &&
    named.length === columns.length &&
    named.every((each) => columns.includes(each))
  );
}

async function makeModel(client: Client, { statistics, shadow, table }: Model): Promise<void> {
  const { mostCommon, expressions, attributes } = statistics;
  if (mostCommon === undefined && expressions === undefined) return;
  const list = shadow.attributes.map(({ sql }, at) => `${sql} as c${at + 1}`).join(', ');
  // nothing is read: the table was empty when this was written, and WITH NO DATA runs no query
  await client.query(`create table ${table} as select ${list} from ${shadow.table} with no data`);
  if (mostCommon !== undefined) {
    const columns = shadow.attributes.map((_, at) => `c${at + 1}`);
    const order = shadow.attributes.map(({ name, number }) => attributes.indexOf(name ?? -number));
    const rows = mostCommon.map(({ values }) => {
      const texts = order.map((from) => values[from] ?? null);
      return `(${texts.map((text) => (text === null ? 'null' : literal(text))).join(', ')})`;
    });
    await client.query(`insert into ${table} values ${rows.join(', ')}`);
    await client.query(`create statistics ${table}_list (mcv) on ${columns.join(', ')} from ${table}`);
    await client.query(`alter statistics ${table}_list set statistics 10000`);
    await client.query(`analyze ${table}`);
  }
}

/** Of expressions, as if they were columns of the models. */
async function storeExpressions({ owner, superuser }: ShadowSessions, models: readonly Model[]): Promise<void> {
  const attributes: AttributeStatistics[] = [];
  for (const { statistics, shadow, table } of models) {
    if (statistics.expressions === undefined) continue;
    const { rows } = await owner.query<{ oid: string }>(
      'select pg_catalog.to_regclass($1)::pg_catalog.oid::pg_catalog.text as oid',
      [table],
    );
    for (const [at, expression] of statistics.expressions.entries()) {
      const place = shadow.attributes.findIndex(({ number }) => number === -(at + 1));
      if (expression === null || place < 0) continue;
      attributes.push({ relation: rows[0]?.oid ?? '0', number: place + 1, inherited: false, distribution: expression });
    }
  }
  if (attributes.length > 0) await storeStatistics({ owner, superuser }, attributes);
}

async function store(client: Client, { statistics, shadow, table }: Model, major: number): Promise<void> {
  const { distinct, dependencies, expressions, inherited } = statistics;
  const numbers = new Map(shadow.attributes.map(({ name, number }) => [name ?? -number, number]));
  const numbered = (attribute: string | number): number => numbers.get(attribute) ?? 0;
  const places = shadow.attributes.flatMap(({ number }, at) => (number < 0 ? [at + 1] : []));
  const [inheritColumn, inherit] = major >= 15 ? ['stxdinherit, ', `${inherited}, `] : ['', ''];
  // in 14 there is an empty one from the beginning
  const same = major >= 15 ? ` and stxdinherit = ${inherited}` : '';
  await client.query(`delete from pg_catalog.pg_statistic_ext_data where stxoid = $1${same}`, [shadow.oid]);
  await client.query(
    `
    insert into pg_catalog.pg_statistic_ext_data
      (stxoid, ${inheritColumn}stxdndistinct, stxddependencies, stxdmcv, stxdexpr)
    values ($1::pg_catalog.oid, ${inherit}$2::pg_catalog.bytea::pg_catalog.pg_ndistinct,
            $3::pg_catalog.bytea::pg_catalog.pg_dependencies, $4::pg_catalog.bytea::pg_catalog.pg_mcv_list,
            case when $5 then array (
              select (select s from pg_catalog.pg_statistic as s
                      where s.starelid = pg_catalog.to_regclass($6) and s.staattnum = place)
              from pg_catalog.unnest($7::pg_catalog.int4[]) as place
              order by place
            ) end)
  `,
    [
      shadow.oid,
      distinct === undefined ? null : storedDistinct(distinct, numbered),
      dependencies === undefined ? null : storedDependencies(dependencies, numbered),
      await storedList(client, { statistics, shadow, table }),
      expressions !== undefined,
      table,
      places,
    ],
  );
}

/** PostgreSQL's list of the same values, with production's frequencies. */
async function storedList(client: Client, { statistics, shadow, table }: Model): Promise<Buffer | null> {
  const { mostCommon, attributes } = statistics;
  if (mostCommon === undefined) return null;
  const { rows } = await client.query<{ list: Buffer; items: readonly (readonly (string | null)[])[] }>(
    `
    select d.stxdmcv::pg_catalog.bytea as list,
           (select pg_catalog.json_agg(i.values order by i.index) from pg_catalog.pg_mcv_list_items(d.stxdmcv) as i) as items
    from pg_catalog.pg_statistic_ext_data as d
    join pg_catalog.pg_statistic_ext as e on e.oid = d.stxoid
    where e.stxrelid = pg_catalog.to_regclass($1) and d.stxdmcv is not null
  `,
    [table],
  );
  const [made] = rows;
  if (made === undefined) return null;
  const order = shadow.attributes.map(({ name, number }) => attributes.indexOf(name ?? -number));
  const known = new Map(
    mostCommon.map(({ values, frequency, baseFrequency }) => [
      JSON.stringify(order.map((from) => values[from] ?? null)),
      [frequency, baseFrequency] as const,
    ]),
  );
  return withFrequencies(
    made.list,
    made.items.map((values) => known.get(JSON.stringify(values)) ?? [0, 0]),
  );
}

const types = ['pg_ndistinct', 'pg_dependencies', 'pg_mcv_list'];

/** They are stored as bytes are, which PostgreSQL has to be told. */
const open = `
  set search_path = '';
  set timezone = 'UTC';
  set datestyle = 'ISO, YMD';
  set intervalstyle = 'postgres';
  begin;
  set local allow_system_table_mods = on;
  ${types.map((type) => `create cast (pg_catalog.bytea as pg_catalog.${type}) without function;`).join('\n')}
`;

const close = `
  ${types.map((type) => `drop cast (pg_catalog.bytea as pg_catalog.${type});`).join('\n')}
  commit;
`;

const shadowStatistics = `
  select e.oid::pg_catalog.text as oid, n.nspname as schema, e.stxname as name,
         pg_catalog.format('%I.%I', tn.nspname, t.relname) as table,
         (
           select pg_catalog.json_agg(pg_catalog.json_build_object('name', a.name, 'number', a.number, 'sql', a.sql) order by a.place)
           from (
             select a.attnum as place, a.attname as name, a.attnum::pg_catalog.int4 as number, pg_catalog.quote_ident(a.attname) as sql
             from pg_catalog.pg_attribute as a
             where a.attrelid = e.stxrelid and a.attnum = any (e.stxkeys)
             union all
             select 10000 + x.at, null, -x.at::pg_catalog.int4, '(' || x.sql || ')'
             from pg_catalog.unnest(pg_catalog.pg_get_statisticsobjdef_expressions(e.oid)) with ordinality as x (sql, at)
           ) as a
         ) as attributes
  from pg_catalog.pg_statistic_ext as e
  join pg_catalog.pg_namespace as n on n.oid = e.stxnamespace
  join pg_catalog.pg_class as t on t.oid = e.stxrelid
  join pg_catalog.pg_namespace as tn on tn.oid = t.relnamespace
`;
