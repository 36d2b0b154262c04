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
function interesting(list: string): string {
  return `${list} is not null
    and (${userSchema('n')} or n.nspname = 'pg_catalog' and ${list} is distinct from i.initprivs)`;
}

function initial(catalog: string, oid: string, column = '0'): string {
  return `
    left join pg_catalog.pg_init_privs as i
      on i.classoid = 'pg_catalog.${catalog}'::regclass and i.objoid = ${oid} and i.objsubid = ${column}
  `;
}

const sql = `
  select
    'pg_class' as catalog,
    c.oid,
    0 as position,
    case c.relkind when 'S' then 'sequence' else 'table' end as grantable,
    n.nspname as schema,
    c.relname as name,
    null as column,
    null as signature,
    pg_catalog.pg_get_userbyid(c.relowner) as owner,
    pg_catalog.to_json(c.relacl)::text as list,
    pg_catalog.to_json(i.initprivs)::text as initial,
    null::oid as "rowTypeOf",
    false as "isMultirange"
  from pg_catalog.pg_class as c
  join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
  ${initial('pg_class', 'c.oid')}
  where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and c.relpersistence <> 't' and ${interesting('c.relacl')}

  union all
  select
    'pg_class', c.oid, a.attnum, 'column',
    n.nspname, c.relname, a.attname, null,
    pg_catalog.pg_get_userbyid(c.relowner), pg_catalog.to_json(a.attacl)::text, pg_catalog.to_json(i.initprivs)::text,
    null, false
  from pg_catalog.pg_attribute as a
  join pg_catalog.pg_class as c on c.oid = a.attrelid
  join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
  ${initial('pg_class', 'c.oid', 'a.attnum')}
  where not a.attisdropped and c.relpersistence <> 't' and ${interesting('a.attacl')}

  union all
  select
    'pg_proc', p.oid, 0, 'routine',
    n.nspname, p.proname, null, p.oid::regprocedure::text,
    pg_catalog.pg_get_userbyid(p.proowner), pg_catalog.to_json(p.proacl)::text, pg_catalog.to_json(i.initprivs)::text,
    null, false
  from pg_catalog.pg_proc as p
  join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
  ${initial('pg_proc', 'p.oid')}
  where ${interesting('p.proacl')}

  union all
  select
    'pg_type', t.oid, 0, 'type',
    n.nspname, t.typname, null, null,
    pg_catalog.pg_get_userbyid(t.typowner), pg_catalog.to_json(t.typacl)::text, pg_catalog.to_json(i.initprivs)::text,
    nullif(t.typrelid, 0), t.typtype = 'm'
  from pg_catalog.pg_type as t
  join pg_catalog.pg_namespace as n on n.oid = t.typnamespace
  ${initial('pg_type', 't.oid')}
  where ${interesting('t.typacl')}

  union all
  select
    'pg_namespace', n.oid, 0, 'schema',
    null, n.nspname, null, null,
    pg_catalog.pg_get_userbyid(n.nspowner), pg_catalog.to_json(n.nspacl)::text, null,
    null, false
  from pg_catalog.pg_namespace as n
  where n.nspacl is not null and ${userSchema('n')}

  union all
  select
    'pg_language', l.oid, 0, 'language',
    null, l.lanname, null, null,
    pg_catalog.pg_get_userbyid(l.lanowner), pg_catalog.to_json(l.lanacl)::text, null,
    null, false
  from pg_catalog.pg_language as l
  where l.lanacl is not null

  union all
  select
    'pg_foreign_data_wrapper', w.oid, 0, 'foreign-data-wrapper',
    null, w.fdwname, null, null,
    pg_catalog.pg_get_userbyid(w.fdwowner), pg_catalog.to_json(w.fdwacl)::text, null,
    null, false
  from pg_catalog.pg_foreign_data_wrapper as w
  where w.fdwacl is not null

  union all
  select
    'pg_foreign_server', s.oid, 0, 'server',
    null, s.srvname, null, null,
    pg_catalog.pg_get_userbyid(s.srvowner), pg_catalog.to_json(s.srvacl)::text, null,
    null, false
  from pg_catalog.pg_foreign_server as s
  where s.srvacl is not null
`;
