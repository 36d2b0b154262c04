import type { Client } from 'pg';
import { userSchema } from '../../catalog/user-schema.ts';
import type { Profile } from '../profile/profile.ts';
import { plannerSetting } from './settings.ts';

interface FoundRole {
  readonly name: string;
  readonly unsecured: boolean;
}

interface FoundSettings {
  /** Null where they are for all roles. */
  readonly role: string | null;
  readonly here: boolean;
  readonly settings: readonly string[];
}

/**
 * Who can log in: what differs for them from the session's settings, and whether policies don't apply to them. What is set
 * for a role counts more than what is set for the database, and for a role in the database most.
 */
export async function readRoles(client: Client): Promise<Profile['roles']> {
  const { rows: roles } = await client.query<FoundRole>(`
    select r.rolname as name,
           r.rolsuper or r.rolbypassrls or not exists (
             select from pg_catalog.pg_class as c
             join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
             where ${userSchema('n')} and c.relrowsecurity
               and (c.relforcerowsecurity or not pg_catalog.pg_has_role(r.oid, c.relowner, 'usage'))
           ) as unsecured
    from pg_catalog.pg_roles as r
    where r.rolcanlogin
    order by 1
  `);
  const { rows: found } = await client.query<FoundSettings>(`
    select r.rolname as role, s.setdatabase <> 0 as here, s.setconfig as settings
    from pg_catalog.pg_db_role_setting as s
    left join pg_catalog.pg_roles as r on r.oid = s.setrole
    where s.setdatabase in (0, (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database()))
    order by s.setrole <> 0, s.setdatabase <> 0
  `);
  const { rows: known } = await client.query<{ name: string; own: boolean }>(`
    select name, source in ('user', 'database user') as own from pg_catalog.pg_settings where ${plannerSetting}
  `);
  const names = new Set(known.map(({ name }) => name));
  const own = known.filter((setting) => setting.own).map(({ name }) => name);
  const settingsOf = (role: string): Record<string, string> => {
    const applying = found.filter((each) => each.role === null || each.role === role);
    const pairs = applying.flatMap(({ settings }) => settings.map(pairOf));
    return Object.fromEntries(pairs.filter(([name]) => names.has(name)));
  };
  return Object.fromEntries(
    roles.map(({ name, unsecured }) => [
      name,
      { settings: { ...Object.fromEntries(own.map((setting) => [setting, null])), ...settingsOf(name) }, unsecured },
    ]),
  );
}

function pairOf(setting: string): readonly [string, string] {
  const at = setting.indexOf('=');
  return [setting.slice(0, at).toLowerCase(), setting.slice(at + 1)];
}
