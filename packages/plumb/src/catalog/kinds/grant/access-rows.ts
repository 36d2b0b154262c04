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
  return (await reader.lean(sql)).flatMap((row) => {
    const [catalog, oid, position, grantable, schema, name, column, signature, owner, list, initial, rowTypeOf, marks] =
      row;
    if (!catalog || !oid || !isGrantable(grantable) || !name || !owner || !list) return [];
    return {
      catalog,
      oid: Number(oid),
      position: Number(position),
      grantable,
      schema: schema ?? null,
      column: column ?? null,
      on: `${words[grantable]} ${signature ?? (schema ? qualified(schema, name) : identifier(name))}`,
      owner,
      list,
      initial: initial ?? null,
      rowTypeOf: rowTypeOf ? Number(rowTypeOf) : null,
      isMultirange: marks === 'multirange',
      isBuiltIn: Number(oid) < firstUserOid && (schema === 'pg_catalog' || catalog === 'pg_language'),
    };
  });
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

function isGrantable(text: string | null | undefined): text is Grantable {
  return text !== null && text !== undefined && text in words;
}

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
    'pg_class', c.oid, 0, case c.relkind when 'S' then 'sequence' else 'table' end,
    n.nspname, c.relname, null, null,
    pg_catalog.pg_get_userbyid(c.relowner), pg_catalog.to_json(c.relacl)::text, pg_catalog.to_json(i.initprivs)::text,
    null::oid, null
  from pg_catalog.pg_class as c
  join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
  ${initial('pg_class', 'c.oid')}
  where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and c.relpersistence <> 't' and ${interesting('c.relacl')}

  union all
  select
    'pg_class', c.oid, a.attnum, 'column',
    n.nspname, c.relname, a.attname, null,
    pg_catalog.pg_get_userbyid(c.relowner), pg_catalog.to_json(a.attacl)::text, pg_catalog.to_json(i.initprivs)::text,
    null, null
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
    null, null
  from pg_catalog.pg_proc as p
  join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
  ${initial('pg_proc', 'p.oid')}
  where ${interesting('p.proacl')}

  union all
  select
    'pg_type', t.oid, 0, 'type',
    n.nspname, t.typname, null, null,
    pg_catalog.pg_get_userbyid(t.typowner), pg_catalog.to_json(t.typacl)::text, pg_catalog.to_json(i.initprivs)::text,
    nullif(t.typrelid, 0), case t.typtype when 'm' then 'multirange' end
  from pg_catalog.pg_type as t
  join pg_catalog.pg_namespace as n on n.oid = t.typnamespace
  ${initial('pg_type', 't.oid')}
  where ${interesting('t.typacl')}

  union all
  select
    'pg_namespace', n.oid, 0, 'schema',
    null, n.nspname, null, null,
    pg_catalog.pg_get_userbyid(n.nspowner), pg_catalog.to_json(n.nspacl)::text, null,
    null, null
  from pg_catalog.pg_namespace as n
  where n.nspacl is not null and ${userSchema('n')}

  union all
  select
    'pg_language', l.oid, 0, 'language',
    null, l.lanname, null, null,
    pg_catalog.pg_get_userbyid(l.lanowner), pg_catalog.to_json(l.lanacl)::text, null,
    null, null
  from pg_catalog.pg_language as l
  where l.lanacl is not null

  union all
  select
    'pg_foreign_data_wrapper', w.oid, 0, 'foreign-data-wrapper',
    null, w.fdwname, null, null,
    pg_catalog.pg_get_userbyid(w.fdwowner), pg_catalog.to_json(w.fdwacl)::text, null,
    null, null
  from pg_catalog.pg_foreign_data_wrapper as w
  where w.fdwacl is not null

  union all
  select
    'pg_foreign_server', s.oid, 0, 'server',
    null, s.srvname, null, null,
    pg_catalog.pg_get_userbyid(s.srvowner), pg_catalog.to_json(s.srvacl)::text, null,
    null, null
  from pg_catalog.pg_foreign_server as s
  where s.srvacl is not null
`;
