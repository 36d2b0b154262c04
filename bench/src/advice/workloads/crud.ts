import type { BenchWorkload } from './workload.ts';

const entities = [
  'projects',
  'tasks',
  'notes',
  'invoices',
  'contacts',
  'tickets',
  'files',
  'events',
  'teams',
  'messages',
];

const schema = entities
  .map(
    (name) => `
      create table ${name} (
        id int primary key, account_id int not null, owner_id int not null, title text not null, email text not null,
        state text not null, amount int not null, created_at timestamptz not null, deleted_at timestamptz, data jsonb not null
      );`,
  )
  .join('');

const rows = entities
  .map(
    (name, at) => `
      insert into ${name}
        select g, g * 791 % 500, g * 1047 % 3000, md5(g || '${name}'), 'p' || g % 8000 || '@example.com',
          (array['open', 'done', 'late', 'new'])[1 + g % 17 % 4], g * 31 % 1000, timestamptz '2026-01-01' - g * interval '5 minutes',
          case when g % 4 = 0 then timestamptz '2026-01-02' end, jsonb_build_object('kind', g % 300, 'note', md5(g::text))
        from generate_series(1, ${4000 * (at + 1)}) g;`,
  )
  .join('');

const shapes: readonly { readonly weight: number; readonly sql: (table: string) => string }[] = [
  { weight: 1000, sql: (t) => `select * from ${t} where id = 77` },
  {
    weight: 300,
    sql: (t) =>
      `select id, title from ${t} where account_id = 42 and deleted_at is null order by created_at desc limit 20`,
  },
  {
    weight: 80,
    sql: (t) => `select id, title from ${t} where lower(email) = 'p77@example.com' and deleted_at is null`,
  },
  {
    weight: 30,
    sql: (t) => `select state, count(*) from ${t} where account_id = 42 and deleted_at is null group by state`,
  },
  {
    weight: 10,
    sql: (t) => `select id from ${t} where owner_id = 7 and state = 'late' and created_at > timestamptz '2025-06-01'`,
  },
  { weight: 2, sql: (t) => `select id, title from ${t} where data @> '{"kind": 7}'` },
];

/** An application: many small queries, most of them on one account, with rows that are only marked as deleted. */
export const crud: BenchWorkload = {
  name: 'crud',
  schema,
  rows,
  queries: entities.flatMap((table) => shapes.map(({ weight, sql }) => ({ sql: sql(table), weight }))),
};
