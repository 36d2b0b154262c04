import { type Client, DatabaseError } from 'pg';

/** Tells a session what production's planner is told. Returns the names of settings that this server refuses. */
export async function applySettings(
  client: Client,
  settings: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const refused: string[] = [];
  await client.query(`set statement_timeout = '30s'; set lock_timeout = '5s'; set client_min_messages = error`);
  for (const [name, value] of Object.entries(settings)) {
    try {
      await client.query('select pg_catalog.set_config($1, $2, false)', [name, value]);
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      refused.push(`${name} = ${value}`);
    }
  }
  return refused;
}
