import { type Client, escapeIdentifier, escapeLiteral } from 'pg';
import type { Finding } from '../../contract/finding.ts';
import { Problem } from '../../contract/problem.ts';
import { connect } from '../connection/connect.ts';
import type { ConnectionSettings } from '../connection/connection-settings.ts';
import { connectionUrl } from '../connection/connection-url.ts';
import { Secret } from '../connection/secret.ts';
import { asOne, dismissGuest, type Guest, guestPrefix, makeGuest, newGuest } from '../guard/guest.ts';
import type { Lease } from '../shadow/lease.ts';
import type { Run } from '../shadow/run.ts';
import { sweep } from '../shadow/sweep.ts';
import type { Admission } from '../shadow-server.ts';
import { lentExtensions, makeExtensionFunction } from './lent-extensions.ts';
import { readUrlRights, type UrlRights } from './url-rights.ts';

interface Way {
  readonly settings: ConnectionSettings;
  /** The server, as messages call it. */
  readonly where: string;
  readonly signal?: AbortSignal | undefined;
  /** The major that the SQL is meant for, where that is known. */
  readonly wantedMajor?: number | null;
}

/**
 * Lets strangers' SQL work on a server that is somebody's own: as a guest without rights, where we may make one, else as
 * the role of the URL, where that reaches nothing else. What processes that are gone left there is dropped first.
 */
export async function admitToUrl(lease: Lease, way: Way): Promise<Admission> {
  const { run, owner } = lease;
  const rights = await readUrlRights(run, way.where);
  await sweep(run);
  const notes = versionNotes(lease.version.major, way);
  if (!rights.makesRoles) return { ...asItself(run, rights, way), notes };
  const host = `plumb_host_${rights.id}`;
  await sweepHosted(run, host);
  const guest = newGuest(owner);
  await run(
    asOne(makeHost(host, rights) + giveBackRoles(host) + makeGuest(guest, host) + alsoOurs(guest.name, rights)),
  );
  const lent = rights.isSuperuser ? lentExtensions : [];
  const login = loginOf(way.settings, guest, host);
  const functions = functionsFor(rights);
  return {
    notes,
    user: guest.name,
    databases: { owner: host, functions, key: `${host} ${functions}` },
    broker: {
      host,
      extensionFolder: null,
      makeRoles: (names) => makeHostedRoles(run, names, host),
      foreignRoles: (names) => foreignRoles(run, names, host),
      allowSettings: async () => {},
      asSuperuser: null,
      lentExtensions: new Set(lent),
    },
    connect: (database) => connectGuest({ ...login, database }, way),
    url: (database) => connectionUrl(login, database),
    dismiss: () => dismissGuest(run, guest.name),
  };
}

/** A role of its own for shadows, which owns nothing else and may do nothing else. */
function asItself(run: Run, rights: UrlRights, { settings, signal }: Way): Admission {
  const { role } = rights;
  const functions = functionsFor(rights);
  return {
    user: role,
    databases: { owner: role, functions, key: `${role} ${rights.id} ${functions}` },
    broker: {
      host: role,
      extensionFolder: null,
      makeRoles: (names) => makeHostedRoles(run, names, role),
      foreignRoles: (names) => foreignRoles(run, names, role),
      allowSettings: async () => {},
      asSuperuser: null,
      lentExtensions: new Set(),
    },
    connect: (database) => connect({ ...settings, database }, { signal }),
    url: (database) => connectionUrl(settings, database),
    dismiss: async () => {},
  };
}

function versionNotes(major: number, { wantedMajor = null, where }: Way): readonly Finding[] {
  if (wantedMajor === null || wantedMajor === major) return [];
  return [
    {
      id: 'stand-in',
      severity: 'info',
      title: 'Another major version',
      message: `PostgreSQL ${major} runs at ${where}, and the SQL is meant for ${wantedMajor}`,
      why: 'Locks, rewrites and syntax can differ. Name a server of that major, or use the embedded one.',
      fix: null,
      location: null,
      objects: [],
      evidence: {},
    },
  ];
}

/**
 * A superuser may give an object to a role that may make nothing in its schema; others may not. So the role may, for the
 * length of the statement.
 */
const lendSchemas = `
CREATE TABLE plumb_shadow.lent_schemas (schema name, role name, PRIMARY KEY (schema, role));
GRANT SELECT, INSERT, DELETE ON plumb_shadow.lent_schemas TO PUBLIC;
CREATE FUNCTION plumb_shadow.lend_schemas(borrower text) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  lent name;
BEGIN
  FOR lent IN
    SELECT nspname FROM pg_namespace
    WHERE (oid >= 16384 OR nspname = 'public') AND nspname !~ '^(pg_|plumb_shadow$)'
      AND pg_has_role(nspowner, 'USAGE') AND NOT has_schema_privilege(borrower, oid, 'CREATE')
  LOOP
    EXECUTE format('GRANT CREATE ON SCHEMA %I TO %I', lent, borrower);
    INSERT INTO plumb_shadow.lent_schemas VALUES (lent, borrower);
  END LOOP;
END $$;
CREATE FUNCTION plumb_shadow.return_schemas() RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  returned record;
BEGIN
  FOR returned IN DELETE FROM plumb_shadow.lent_schemas RETURNING schema, role LOOP
    EXECUTE format('REVOKE CREATE ON SCHEMA %I FROM %I', returned.schema, returned.role);
  END LOOP;
END $$;
`;

function functionsFor({ isSuperuser }: UrlRights): string {
  return `
SET search_path = pg_catalog, pg_temp;
CREATE SCHEMA plumb_shadow;
GRANT USAGE ON SCHEMA plumb_shadow TO PUBLIC;
CREATE TABLE plumb_shadow.notes (note json NOT NULL);
GRANT SELECT, INSERT ON plumb_shadow.notes TO PUBLIC;
${lendSchemas}
${isSuperuser ? makeExtensionFunction : ''}
RESET search_path`;
}

const standInComment = 'stand-in of plumb for its shadows';

function makeHost(host: string, { isSuperuser }: UrlRights): string {
  return `
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = ${escapeLiteral(host)}) THEN
    CREATE ROLE ${escapeIdentifier(host)} NOLOGIN${isSuperuser ? ' BYPASSRLS' : ''};
    COMMENT ON ROLE ${escapeIdentifier(host)} IS ${escapeLiteral(standInComment)};
  END IF;${isSuperuser ? '' : `GRANT ${escapeIdentifier(host)} TO CURRENT_USER;`}`;
}

/** A stand-in that somebody has made a role of their own since then is none any more. */
function giveBackRoles(host: string): string {
  return `
  DECLARE
    taken name;
  BEGIN
    FOR taken IN
      SELECT r.rolname FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid JOIN pg_roles h ON h.oid = m.member
      WHERE h.rolname = ${escapeLiteral(host)} AND (
        r.rolcanlogin OR r.rolsuper OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication OR r.rolbypassrls
        OR EXISTS (SELECT FROM pg_auth_members o WHERE o.member = r.oid)
        OR EXISTS (SELECT FROM pg_database d WHERE d.datdba = r.oid AND d.datname !~ '^plumb_(shadow|template|build)_')
        OR shobj_description(r.oid, 'pg_authid') IS DISTINCT FROM ${escapeLiteral(standInComment)}
      )
    LOOP
      EXECUTE format('REVOKE %I FROM %I', taken, ${escapeLiteral(host)});
    END LOOP;
  END;`;
}

/** Who is no superuser ends only sessions of roles that it is a member of. */
function alsoOurs(guest: string, { isSuperuser }: UrlRights): string {
  return isSuperuser ? '' : `GRANT ${escapeIdentifier(guest)} TO CURRENT_USER;`;
}

/** Drops the guests of our role's processes that are gone. */
async function sweepHosted(run: Run, host: string): Promise<void> {
  const { rows } = await run<{ name: string }>(
    `
    SELECT r.rolname AS name
    FROM pg_roles r
    JOIN pg_auth_members m ON m.member = r.oid
    JOIN pg_roles h ON h.oid = m.roleid AND h.rolname = $2
    WHERE starts_with(r.rolname, $1)
      AND NOT EXISTS (
        SELECT
        FROM pg_stat_activity a
        WHERE r.rolname = $1 || a.pid || '_' || (extract(epoch FROM a.backend_start) * 1000000)::bigint
      )
  `,
    [guestPrefix, host],
  );
  for (const { name } of rows) await dismissGuest(run, name);
}

async function makeHostedRoles(run: Run, names: readonly string[], host: string): Promise<void> {
  const make = names.map((name) => {
    const role = escapeIdentifier(name);
    return `
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = ${escapeLiteral(name)}) THEN
        CREATE ROLE ${role} NOLOGIN;
        COMMENT ON ROLE ${role} IS ${escapeLiteral(standInComment)};
        GRANT ${role} TO ${escapeIdentifier(host)};
      END IF;`;
  });
  await run(asOne(make.join('')));
}

/** A role that was there before us may have rights elsewhere on the server: no guest becomes one. */
async function foreignRoles(run: Run, names: readonly string[], host: string): Promise<readonly string[]> {
  const { rows } = await run<{ name: string }>(
    `SELECT rolname AS name FROM pg_roles WHERE rolname = ANY ($1) AND NOT pg_has_role($2, oid, 'MEMBER')`,
    [names, host],
  );
  return rows.map(({ name }) => name);
}

function loginOf(settings: ConnectionSettings, { name, password }: Guest, host: string): ConnectionSettings {
  const [first, ...others] = settings.servers.map((server) => ({
    ...server,
    password: new Secret(password),
    passwordFile: null,
  }));
  if (first === undefined) throw new Error('a connection without a server');
  const options = [settings.options, `-c role=${host}`].filter((option) => option !== null).join(' ');
  return { ...settings, servers: [first, ...others], user: name, options };
}

async function connectGuest(login: ConnectionSettings, { signal, where }: Way): Promise<Client> {
  try {
    return await connect(login, { signal });
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'AUTH_FAILED') throw error;
    throw new Problem(
      'AUTH_FAILED',
      `${where} does not let in the role that plumb made there for the SQL of migrations.`,
      {
        hint: 'The role logs in with a password, which the server’s pg_hba.conf has to allow for all users of this machine (`host all all 127.0.0.1/32 scram-sha-256`).',
        cause: error,
      },
    );
  }
}
