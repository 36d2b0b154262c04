import { identifier, qualified } from '../../identifier.ts';
import type { Reader } from '../../reader.ts';
import { firstUserOid } from '../../system-catalogs.ts';
import { userSchema } from '../../user-schema.ts';
import type { Grantable } from './privileges.ts';

/** Something on which somebody granted or revoked. */
export interface AccessRow {
  readonly catalog: string;
  readonly oid: number;
  /** Of a column; 0 is the whole. */
  readonly position: number;
  readonly grantable: Grantable;
  readonly schema: string | null;
  readonly column: string | null;
  readonly on: string;
  readonly owner: string;
  /** As JSON. */
  readonly list: string;
  /** What an extension or PostgreSQL itself granted when it was made, where they did. */
  readonly initial: string | null;
  /** A table, whose row type it is, or nothing. */
  readonly rowTypeOf: number | null;
  readonly isMultirange: boolean;
  /** It came with PostgreSQL. */
  readonly isBuiltIn: boolean;
}

export async function accessRows(reader: Reader): Promise<readonly AccessRow[]> {
  const rows = await reader.rows<Row>(sql);
  return rows.map(({ name, signature, ...row }) => ({
    ...row,
    on: `${words[row.grantable]} ${signature ?? (row.schema ? qualified(row.schema, name) : identifier(name))}`,
    isBuiltIn: row.oid < firstUserOid && (row.schema === 'pg_catalog' || row.catalog === 'pg_language'),
  }));
}

interface Row extends Omit<AccessRow, 'on' | 'isBuiltIn'> {
  readonly name: string;
  /** Of a routine. */
  readonly signature: string | null;
}

const words: Readonly<Record<Grantable, string>> = {
  table: 'TABLE',
  column: 'TABLE',
  sequence: 'SEQUENCE',
  routine: 'FUNCTION',
  type: 'TYPE',
  schema: 'SCHEMA',
  language: 'LANGUAGE',
  'foreign-data-wrapper': 'FOREIGN DATA WRAPPER',
  server: 'FOREIGN SERVER',
  'large-object': 'LARGE OBJECT',
};

/** Lists of what PostgreSQL made itself are only told where they aren't as it made them. */
const sql = `
  with given as materialized (
    select
      'pg_class'::regclass as catalog,
      c.oid,
      0 as position,
      case c.relkind when 'S' then 'sequence' else 'table' end as grantable,
      c.relnamespace as namespace,
      c.relname as name,
      null::name as column,
      c.relowner as owner,
      c.relacl as list,
      null::oid as row_type_of,
      false as is_multirange
    from pg_catalog.pg_class as c
    where c.relacl is not null and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and c.relpersistence <> 't'

    union all
    select
      'pg_class'::regclass, c.oid, a.attnum, 'column',
      c.relnamespace, c.relname, a.attname, c.relowner, a.attacl, null, false
    from pg_catalog.pg_attribute as a
    join pg_catalog.pg_class as c on c.oid = a.attrelid
    where a.attacl is not null and not a.attisdropped and c.relpersistence <> 't'

    union all
    select
      'pg_proc'::regclass, p.oid, 0, 'routine',
      p.pronamespace, p.proname, null, p.proowner, p.proacl, null, false
    from pg_catalog.pg_proc as p
    where p.proacl is not null

    union all
    select
      'pg_type'::regclass, t.oid, 0, 'type',
      t.typnamespace, t.typname, null, t.typowner, t.typacl, nullif(t.typrelid, 0), t.typtype = 'm'
    from pg_catalog.pg_type as t
    where t.typacl is not null

    union all
    select
      'pg_namespace'::regclass, n.oid, 0, 'schema',
      null, n.nspname, null, n.nspowner, n.nspacl, null, false
    from pg_catalog.pg_namespace as n
    where n.nspacl is not null and ${userSchema('n')}

    union all
    select
      'pg_language'::regclass, l.oid, 0, 'language',
      null, l.lanname, null, l.lanowner, l.lanacl, null, false
    from pg_catalog.pg_language as l
    where l.lanacl is not null

    union all
    select
      'pg_foreign_data_wrapper'::regclass, w.oid, 0, 'foreign-data-wrapper',
      null, w.fdwname, null, w.fdwowner, w.fdwacl, null, false
    from pg_catalog.pg_foreign_data_wrapper as w
    where w.fdwacl is not null

    union all
    select
      'pg_foreign_server'::regclass, s.oid, 0, 'server',
      null, s.srvname, null, s.srvowner, s.srvacl, null, false
    from pg_catalog.pg_foreign_server as s
    where s.srvacl is not null
  )
  select
    g.catalog::text as catalog,
    g.oid,
    g.position,
    g.grantable,
    n.nspname as schema,
    g.name,
    g.column,
    case when g.grantable = 'routine' then g.oid::regprocedure::text end as signature,
    pg_catalog.pg_get_userbyid(g.owner) as owner,
    pg_catalog.to_json(g.list)::text as list,
    pg_catalog.to_json(i.initprivs)::text as initial,
    g.row_type_of as "rowTypeOf",
    g.is_multirange as "isMultirange"
  from given as g
  left join pg_catalog.pg_namespace as n on n.oid = g.namespace
  left join pg_catalog.pg_init_privs as i
    on n.oid is not null
    and i.classoid = g.catalog
    and i.objoid = g.oid
    and i.objsubid = g.position
  where n.oid is null or ${userSchema('n')} or n.nspname = 'pg_catalog' and g.list is distinct from i.initprivs
  order by g.catalog, g.oid, g.position
`;
