import type { Client } from '../client.ts';
import {
  additions,
  conditions,
  constraintIdentity,
  expressions,
  identities,
  ignored,
  privileges,
  skipped,
  sorted,
  special,
} from './exceptions.ts';

interface Column {
  readonly catalogue: string;
  readonly name: string;
  readonly type: string;
  /** Where the number of this column leads, as PostgreSQL itself tells. */
  readonly target: string | null;
  readonly array: boolean | null;
  /** Of a column number: the column that names its table. */
  readonly relation: string | null;
  readonly key: boolean;
}

/**
 * Writes the SQL that reads every catalogue of this server, whatever columns it has: subject and lines. Numbers are told
 * as the names of what they refer to.
 */
export async function catalogueSql(client: Client): Promise<string> {
  const { rows } = await client.query<Column>(`
    select
      c.relname as catalogue,
      a.attname as name,
      format_type(a.atttypid, null) as type,
      f.target,
      f.is_array as array,
      f.relation,
      coalesce(a.attnum = any(i.indkey), false) as key
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_index i on i.indrelid = c.oid and i.indisprimary
    left join lateral (
      select k.pktable::regclass::text as target, k.is_array, case when cardinality(k.fkcols) = 2 then k.fkcols[1] end as relation
      from pg_get_catalog_foreign_keys() k
      where k.fktable = c.oid and k.fkcols[cardinality(k.fkcols)] = a.attname
      order by cardinality(k.fkcols) desc
      limit 1
    ) f on true
    where c.relnamespace = 'pg_catalog'::regnamespace and c.relkind = 'r' and (not c.relisshared or c.relname = 'pg_subscription')
    order by c.relname, a.attnum`);
  const catalogues = [...new Set(rows.map(({ catalogue }) => catalogue))].filter((name) => !skipped.includes(name));
  const reads = catalogues.map((name) =>
    readCatalogue(
      name,
      rows.filter(({ catalogue }) => catalogue === name),
    ),
  );
  return [...reads, ...special].join('\nunion all\n');
}

function readCatalogue(catalogue: string, columns: readonly Column[]): string {
  const keys = columns.filter(({ key }) => key);
  const identity =
    identities[catalogue] ??
    (columns[0]?.name === 'oid'
      ? identify(catalogue, 'r.oid')
      : keys.map((column) => `(${valueIn(column)})::text`).join(` || ' ' || `));
  const told = columns.filter(
    ({ name, type }) => name !== 'oid' && type !== 'pg_node_tree' && !ignored[catalogue]?.includes(name),
  );
  const values = [
    ...told.map((column) => [column.name, valueIn(column)] as const),
    ...Object.entries(additions[catalogue] ?? {}).filter(([, value]) => columnsExist(value, columns)),
  ];
  const lines = values.map(([name, value]) => `'${name}: ' || (${inOrder(`${catalogue}.${name}`, value)})::text`);
  const condition = conditions[catalogue] ?? `r.${keys[0]?.name} >= 16384`;
  return `select '${catalogue} ' || (${identity}), array[${lines.join(', ')}] from pg_catalog.${catalogue} r where ${condition}`;
}

/** Whether all columns that an expression names are there on this major. */
function columnsExist(expression: string, columns: readonly Column[]): boolean {
  const names = [...expression.matchAll(/\br\.(\w+)/g)].map(([, name]) => name);
  return names.every((name) => columns.some((column) => column.name === name));
}

function inOrder(column: string, list: string): string {
  return sorted.includes(column) ? `array(select unnest(${list}) order by 1)` : list;
}

function valueIn({ catalogue, name, type, target, array, relation }: Column): string {
  const own = expressions[`${catalogue}.${name}`];
  if (own !== undefined) return own;
  const value = `r.${name}`;
  if (type === 'aclitem[]') return aclOf(catalogue, value);
  if (target === null) return value;
  const told = (one: string): string => (relation === null ? identify(target, one) : columnName(`r.${relation}`, one));
  if (!array) return told(value);
  const each = `array(select ${told('u.one')} from unnest(${value}::oid[]) with ordinality u (one, position) order by position)`;
  const list = type.startsWith('int2') || type.startsWith('smallint') ? each.replace('::oid[]', '::int2[]') : each;
  // the columns of a check are gathered, not written
  return catalogue === 'pg_constraint' && name === 'conkey'
    ? `case r.contype when 'c' then array(select unnest(${list}) order by 1) else ${list} end`
    : list;
}

function identify(catalogue: string, value: string): string {
  if (catalogue === 'pg_authid') return `case when ${value} = 0 then 'public' else pg_get_userbyid(${value})::text end`;
  if (catalogue === 'pg_constraint') {
    return `coalesce((select ${constraintIdentity('k')} from pg_constraint k where k.oid = ${value}), '-')`;
  }
  return `case when ${value} = 0 then '-' else (pg_identify_object('${catalogue}'::regclass, ${value}, 0)).identity end`;
}

function columnName(relation: string, number: string): string {
  return `coalesce((select a.attname::text from pg_attribute a where a.attrelid = ${relation} and a.attnum = ${number}), '-')`;
}

/** Grants in no order; none at all are those that everybody has anyway. */
function aclOf(catalogue: string, value: string): string {
  const [kind, owner] = privileges[catalogue] ?? [];
  const granted = kind === undefined ? value : `coalesce(${value}, acldefault(${kind}, ${owner}))`;
  return `array(select unnest(${granted})::text order by 1)`;
}
