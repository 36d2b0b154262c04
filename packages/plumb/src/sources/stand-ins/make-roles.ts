import { type Client, escapeIdentifier, escapeLiteral } from 'pg';

/** Makes the roles that are missing, without login or rights, and returns their names. */
export async function makeRoles(client: Client, names: readonly string[]): Promise<readonly string[]> {
  if (names.length === 0) return [];
  const { rows } = await client.query<{ name: string }>(
    `SELECT name
     FROM unnest($1::name[]) AS name
     WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = name)
     ORDER BY name`,
    [names],
  );
  for (const { name } of rows) await client.query(makeRole(name));
  return rows.map(({ name }) => name);
}

/** Roles belong to the whole cluster, so another process may make the same one at the same moment. */
export function makeRole(name: string): string {
  const create = `CREATE ROLE ${escapeIdentifier(name)} NOLOGIN`;
  return `DO ${escapeLiteral(`BEGIN
  ${create};
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END`)}`;
}
