import type { Client } from 'pg';

/** Gives one session what was set in another, be it for its transaction only. */
export async function copySettings(from: Client, to: Client): Promise<void> {
  const [wanted, known] = await Promise.all([settingsOf(from), settingsOf(to)]);
  const changed = [...wanted].filter(([name, value]) => known.get(name) !== value);
  const gone = [...known.keys()].filter((name) => !wanted.has(name));
  for (const name of gone) await to.query(`RESET ${name}`);
  for (const [name, value] of changed) await to.query('SELECT pg_catalog.set_config($1, $2, false)', [name, value]);
}

async function settingsOf(client: Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ name: string; setting: string }>(
    `SELECT name, pg_catalog.current_setting(name) AS setting FROM pg_catalog.pg_settings
    WHERE source = 'session' AND context IN ('user', 'superuser') AND name !~ '^transaction_'`,
  );
  return new Map(rows.map(({ name, setting }) => [name, setting]));
}
