import { type Client, DatabaseError } from 'pg';
import { Problem } from '../../contract/problem.ts';
import type { Profile } from '../profile/profile.ts';

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

/** The settings of a role; of those who captured where it is null. */
export function settingsOf(
  { settings, roles = {} }: Pick<Profile, 'settings' | 'roles'>,
  role: string | null,
): Readonly<Record<string, string>> {
  if (role === null) return settings;
  const own = roles[role];
  if (own === undefined) {
    const names = Object.keys(roles);
    throw new Problem('USAGE', `The profile knows no role ${role} that can log in.`, {
      hint:
        names.length === 0 ? 'It was captured by an older plumb: capture it anew.' : `It knows ${names.join(', ')}.`,
    });
  }
  const all = Object.entries({ ...settings, ...own.settings });
  return Object.fromEntries(all.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}
