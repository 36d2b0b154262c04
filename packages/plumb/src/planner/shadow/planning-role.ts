import type { Client } from 'pg';
import { userSchema } from '../../catalog/user-schema.ts';
import type { Finding } from '../../contract/finding.ts';
import type { Profile } from '../profile/profile.ts';

/** As who to plan on the shadow, whose tables belong to the session's own role; null is that role. */
export async function plansAs(
  client: Client,
  profile: Profile | null,
  role: string | null,
): Promise<{ readonly role: string | null; readonly notes: readonly Finding[] }> {
  const { rows } = await client.query<{ name: string }>(`
    select pg_catalog.format('%I.%I', n.nspname, c.relname) as name
    from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    where ${userSchema('n')} and c.relrowsecurity
    order by 1
  `);
  const tables = rows.map(({ name }) => name);
  if (tables.length === 0 || (role !== null && profile?.roles?.[role]?.unsecured)) return { role: null, notes: [] };
  if (role === null) return { role, notes: profile === null ? [] : [plannedAsOwner(tables)] };
  const { rows: known } = await client.query(
    `select from pg_catalog.pg_roles where rolname = $1 and pg_catalog.pg_has_role(oid, 'member')`,
    [role],
  );
  return known.length > 0 ? { role, notes: [] } : { role: null, notes: [roleUnknown(role, tables)] };
}

function plannedAsOwner(tables: readonly string[]): Finding {
  return {
    ...noted,
    id: 'profile-row-security',
    title: 'Planned as the owner of the tables, to whom policies don’t apply',
    message: `These have policies: ${listed(tables)}. For other roles they are conditions of each query, and have their costs.`,
    why: 'A condition that isn’t leakproof must wait until the policies have let a row through, so that it may find no index.',
    todo: 'Name who runs the queries with --role.',
    objects: tables,
  };
}

function roleUnknown(role: string, tables: readonly string[]): Finding {
  return {
    ...noted,
    id: 'profile-row-security',
    title: `Planned without policies, since the schema says nothing of ${role}`,
    message: `No policy and no GRANT names ${role}, so that it is not known on the shadow. These have policies: ${listed(tables)}.`,
    why: 'The settings of the role count all the same.',
    objects: tables,
  };
}

const noted = { severity: 'info', fix: null, location: null, evidence: {} } as const;

function listed(names: readonly string[]): string {
  return `${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`;
}
