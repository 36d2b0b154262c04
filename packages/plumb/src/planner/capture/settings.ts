import type { Client } from 'pg';

/** What the planner is told in a session such as this one, where it is not PostgreSQL's default. */
export async function readSettings(client: Client): Promise<Readonly<Record<string, string>>> {
  const { rows } = await client.query<{ name: string; value: string }>(`
    select name, pg_catalog.current_setting(name) as value
    from pg_catalog.pg_settings
    where ${plannerSetting} and setting is distinct from boot_val
    order by name
  `);
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}

/** Settings of other chapters on which plans, or what is seen in a query, depend. */
const others = [
  'work_mem',
  'hash_mem_multiplier',
  'max_parallel_workers_per_gather',
  'parallel_leader_participation',
  'search_path',
  'timezone',
  'datestyle',
  'intervalstyle',
  'default_text_search_config',
  'standard_conforming_strings',
  'transform_null_equals',
  'row_security',
];

/** Which rows of `pg_settings` matter to plans. */
export const plannerSetting = `(category like 'Query Tuning%' or name in (${others.map((name) => `'${name}'`).join(', ')}))`;
