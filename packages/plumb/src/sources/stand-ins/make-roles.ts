import { parseSync } from 'libpg-query';
import { type Client, DatabaseError, escapeIdentifier, escapeLiteral } from 'pg';
import { Problem } from '../../contract/problem.ts';
import { errorCode } from '../../postgres/error-code.ts';
import { asSuperuser } from './as-superuser.ts';
import type { ShadowFacts } from './shadow-facts.ts';

/** Makes the roles that are missing, without login or rights, and returns their names. */
export async function makeRoles(
  client: Client,
  names: readonly string[],
  { user, broker }: Pick<ShadowFacts, 'user' | 'broker'>,
): Promise<readonly string[]> {
  if (names.length === 0) return [];
  const { rows } = await client.query<{ name: string }>(
    `SELECT name
     FROM pg_catalog.unnest($1::pg_catalog.name[]) AS name
     WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = name)
     ORDER BY name`,
    [names],
  );
  const missing = rows.map(({ name }) => name);
  if (missing.length === 0) return [];
  try {
    if (broker === null) await client.query(asSuperuser(user, makeAll(missing)));
    else await broker.makeRoles(missing);
  } catch (error) {
    throw errorCode(error) === insufficientPrivilege ? mayNotMake(missing, user, error) : error;
  }
  return missing;
}

const insufficientPrivilege = '42501';

/** On a server by URL, whose user may be anybody. */
function mayNotMake(names: readonly string[], user: string, cause: unknown): Problem {
  const list = names.join(', ');
  return new Problem('SQL_FAILED', `The server that holds the shadow lacks roles that the schema names: ${list}.`, {
    hint: `Make them there with CREATE ROLE … NOLOGIN, give ${user} the right to (ALTER ROLE ${user} CREATEROLE), or use the embedded server, which makes stand-ins.`,
    cause,
  });
}

/** Roles belong to the whole cluster, so another process may make the same one at the same moment. */
function makeAll(names: readonly string[]): string {
  const makeEach = names.map(
    (name) => `
  BEGIN
    CREATE ROLE ${escapeIdentifier(name)} NOLOGIN;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END;`,
  );
  return `DO ${escapeLiteral(`BEGIN${makeEach.join('')}\nEND`)}`;
}

/** The role that an error says is missing, or that dynamic SQL may not make. */
export function missingRole(error: unknown): string | null {
  if (!(error instanceof DatabaseError)) return null;
  if (error.code === insufficientPrivilege) return refusedRole(error);
  if (error.code !== '42704') return null;
  return /^role "(.+)" does not exist$/.exec(error.message)?.[1] ?? null;
}

/** The context of an error holds the statement that a function or a block executed. */
function refusedRole({ where }: DatabaseError): string | null {
  const executed = /^SQL statement "([\s\S]*?)"\nPL\/pgSQL/.exec(where ?? '')?.[1];
  if (executed === undefined || !/^\s*create\s+(role|user|group)\b/i.test(executed)) return null;
  try {
    const tree = parseSync(executed).stmts?.[0]?.stmt;
    return tree !== undefined && 'CreateRoleStmt' in tree ? (tree.CreateRoleStmt.role ?? null) : null;
  } catch {
    return null;
  }
}
