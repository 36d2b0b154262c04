import type { Client } from 'pg';

/** What the planner is told on a session, by name. */
export async function plannerSettings(client: Client): Promise<Readonly<Record<string, string>>> {
  const { rows } = await client.query<{ name: string; setting: string }>(`
    select s.name, pg_catalog.current_setting(s.name) as setting
    from pg_catalog.pg_settings as s
    where s.category like 'Query Tuning%' or s.name ~ 'parallel' or s.name in ('work_mem', 'hash_mem_multiplier', 'shared_buffers')
  `);
  return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
}
