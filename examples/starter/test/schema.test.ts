import { openPrivateServer, type PostgresServer, type ShadowDatabase } from 'pgplumb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, column, createStarter } from './starter-database.ts';

let server: PostgresServer;
let starter: ShadowDatabase;
let client: Client;

beforeAll(async () => {
  server = await openPrivateServer();
  starter = await createStarter(server);
  client = await starter.connect();
});

afterAll(async () => {
  await client.end();
  await server.close();
});

const ours = `('app', 'audit', 'auth', 'private')`;

/** Each fact is a query for what contradicts it. */
const facts: Record<string, string> = {
  'every foreign key is the beginning of an index': `
    select format('%s.%s', f.conrelid::regclass, f.conname)
    from pg_constraint as f
    where f.contype = 'f'
      and f.connamespace::regnamespace::text in ${ours}
      and not exists (
        select
        from pg_index as i
        where i.indrelid = f.conrelid
          and i.indisvalid
          -- int2vector counts from 0
          and f.conkey::int[] = (i.indkey::int[])[0:cardinality(f.conkey) - 1]
          -- A partial index serves the key if it leaves out nothing but its nulls.
          and (
            i.indpred is null
            or pg_get_expr(i.indpred, i.indrelid) = (
              select format('(%I IS NOT NULL)', a.attname)
              from pg_attribute as a
              where a.attrelid = f.conrelid and a.attnum = f.conkey[1] and cardinality(f.conkey) = 1
            )
          )
      )`,
  'every foreign key says what happens when its target is deleted': `
    select format('%s.%s', conrelid::regclass, conname)
    from pg_constraint
    where contype = 'f' and confdeltype = 'a' and connamespace::regnamespace::text in ${ours}`,
  'every table has a primary key': `
    select c.oid::regclass::text
    from pg_class as c
    where c.relkind in ('r', 'p') and c.relnamespace::regnamespace::text in ${ours}
      and not exists (select from pg_constraint as k where k.conrelid = c.oid and k.contype = 'p')`,
  'every table and every other relation is explained': `
    select c.oid::regclass::text
    from pg_class as c
    where c.relkind in ('r', 'p', 'm') and not c.relispartition and c.relnamespace::regnamespace::text in ${ours}
      and obj_description(c.oid, 'pg_class') is null`,
  'no column has a type that one regrets': `
    select format('%s.%s: %s', c.oid::regclass, a.attname, format_type(a.atttypid, a.atttypmod))
    from pg_attribute as a
    join pg_class as c on c.oid = a.attrelid
    where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p', 'm')
      and c.relnamespace::regnamespace::text in ${ours}
      and a.atttypid in (
        'timestamp'::regtype, 'timetz'::regtype, 'varchar'::regtype, 'bpchar'::regtype, 'json'::regtype,
        'money'::regtype, 'real'::regtype, 'double precision'::regtype
      )`,
  'no key counts with a sequence of its own (serial)': `
    select format('%s.%s', adrelid::regclass, adnum)
    from pg_attrdef
    join pg_class as c on c.oid = adrelid
    where pg_get_expr(adbin, adrelid) like 'nextval%' and c.relnamespace::regnamespace::text in ${ours}`,
  'every updated_at is kept by a trigger': `
    select c.oid::regclass::text
    from pg_attribute as a
    join pg_class as c on c.oid = a.attrelid
    where a.attname = 'updated_at' and c.relkind in ('r', 'p') and c.relnamespace::regnamespace::text in ${ours}
      and not exists (
        select
        from pg_trigger as t
        where t.tgrelid = c.oid and t.tgfoid = 'private.touch_updated_at'::regproc and t.tgenabled = 'O'
      )`,
  'no index repeats another or its beginning': `
    select format('%s: %s', i.indexrelid::regclass, j.indexrelid::regclass)
    from pg_index as i
    join pg_index as j on j.indrelid = i.indrelid and j.indexrelid <> i.indexrelid
    where not i.indisunique
      and i.indexprs is null and j.indexprs is null
      and coalesce(pg_get_expr(i.indpred, i.indrelid), '') = coalesce(pg_get_expr(j.indpred, j.indrelid), '')
      and j.indkey::text || ' ' like i.indkey::text || ' %'
      and i.indrelid in (select oid from pg_class where relnamespace::regnamespace::text in ${ours})`,
  'no index is on a lone boolean': `
    select i.indexrelid::regclass::text
    from pg_index as i
    join pg_attribute as a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
    where i.indnatts = 1 and a.atttypid = 'boolean'::regtype
      and i.indrelid in (select oid from pg_class where relnamespace::regnamespace::text in ${ours})`,
  'every table in app has row level security and a policy': `
    select c.oid::regclass::text
    from pg_class as c
    where c.relkind in ('r', 'p') and c.relnamespace = 'app'::regnamespace
      and not (c.relrowsecurity and exists (select from pg_policy as p where p.polrelid = c.oid))`,
  'no role has two permissive policies for one command on one table': `
    select format('%s %s %s', p.polrelid::regclass, p.polcmd, r.role::regrole)
    from pg_policy as p
    cross join unnest(p.polroles) as r (role)
    where p.polpermissive
    group by p.polrelid, p.polcmd, r.role
    having count(*) > 1`,
  'no policy is for everybody or always true': `
    select format('%s on %s', polname, polrelid::regclass)
    from pg_policy
    where 0 = any (polroles)
      or 'true' in (pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid))`,
  'policies ask for the account once, not for each row': `
    select format('%s on %s', polname, polrelid::regclass)
    from pg_policy
    where regexp_replace(
      concat(pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)),
      'SELECT (auth\\.uid\\(\\)|private\\.my_team_ids\\()', '', 'g'
    ) ~ 'uid\\(|my_team_ids\\('`,
  'functions that run as their owner name every object in full, and not everybody may call them': `
    select p.oid::regprocedure::text
    from pg_proc as p
    where p.prosecdef and p.pronamespace::regnamespace::text in ${ours}
      and not (
        'search_path=""' = any (coalesce(p.proconfig, '{}'))
        and not exists (
          select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) where grantee = 0
        )
      )`,
  'no client has a right on a table outside app': `
    select format('%s: %s', c.oid::regclass, r.role)
    from pg_class as c
    cross join (values ('anonymous'), ('signed_in')) as r (role)
    where c.relnamespace::regnamespace::text in ('audit', 'auth', 'private') and c.relkind in ('r', 'p', 'm', 'v')
      and (
        has_any_column_privilege(r.role, c.oid, 'select, insert, update, references')
        or has_table_privilege(r.role, c.oid, 'delete, truncate, trigger')
      )`,
  'the anonymous role writes nothing': `
    select c.oid::regclass::text
    from pg_class as c
    where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p')
      and (
        has_any_column_privilege('anonymous', c.oid, 'insert, update, references')
        or has_table_privilege('anonymous', c.oid, 'delete, truncate, trigger')
      )`,
  'everybody together has no right in a schema of ours': `
    select n.nspname::text
    from pg_namespace as n
    cross join aclexplode(n.nspacl) as a
    where a.grantee = 0 and n.nspname in ${ours}`,
};

for (const [fact, contradictions] of Object.entries(facts)) {
  test(fact, async () => {
    expect(await column<string>(client, contradictions)).toEqual([]);
  });
}

test('the roles cannot log in and have no other power', async () => {
  const { rows } = await client.query(
    `select rolname as name
     from pg_roles
     where rolname in ('anonymous', 'signed_in', 'job_worker')
       and not (rolcanlogin or rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)
     order by rolname`,
  );
  expect(rows).toEqual([{ name: 'anonymous' }, { name: 'job_worker' }, { name: 'signed_in' }]);
});

test('those facts would be missed if they were not so', async () => {
  await client.query('begin');
  await client.query(`
    create table app.bad (updated_at timestamp, flag boolean, owner_id uuid references app.profiles, n serial);
    create index on app.bad (flag);
    create index on app.bad (flag, n);
    create policy bad_one on app.bad for select to signed_in using (true);
    create policy bad_two on app.bad for select to signed_in using (owner_id = auth.uid());
    create function app.bad() returns int language sql security definer as 'select 1';
    grant insert on app.bad to anonymous;
    grant select on private.user_stats to signed_in;
    grant usage on schema private to public;
  `);
  const blind: string[] = [];
  for (const [fact, contradictions] of Object.entries(facts)) {
    if ((await column<string>(client, contradictions)).length === 0) blind.push(fact);
  }
  await client.query('rollback');
  expect(blind).toEqual([]);
});
