import { randomBytes } from 'node:crypto';
import { escapeIdentifier, escapeLiteral } from 'pg';
import { superuser } from '../embedded/cluster-files.ts';
import type { SessionIdentity } from '../shadow/names.ts';
import type { Run } from '../shadow/run.ts';

/**
 * The role that a process logs in with on a guarded server. It works as `postgres`, which has no rights beyond its
 * databases there. With a role of its own, no process can touch the sessions, settings and password of another.
 */
export interface Guest {
  readonly name: string;
  readonly password: string;
}

export const guestPrefix = 'plumb_guest_';

export function newGuest({ pid, startedAt }: SessionIdentity): Guest {
  return { name: `${guestPrefix}${pid}_${startedAt}`, password: randomBytes(24).toString('base64url') };
}

export async function admitGuest(run: Run, owner: SessionIdentity): Promise<Guest> {
  const guest = newGuest(owner);
  await run(asOne(`${makeHost}${makeGuest(guest, superuser)}`));
  return guest;
}

/** One process after the other: two that change the members of a role at once would fail. */
export function asOne(body: string): string {
  return `DO ${escapeLiteral(`BEGIN PERFORM pg_advisory_xact_lock(${rolesLock}); ${body} END`)}`;
}

const rolesLock = 7_582_100;

const harmlessSettings = ['session_replication_role', 'deadlock_timeout', 'track_functions'].join(', ');

/** A cluster that an older version made has lent more. */
const makeHost = `
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${superuser}') THEN
    CREATE ROLE ${superuser} NOLOGIN BYPASSRLS;
    GRANT pg_read_all_settings, pg_stat_scan_tables TO ${superuser};
    IF current_setting('server_version_num')::int >= 150000 THEN
      GRANT pg_checkpoint TO ${superuser};
      EXECUTE 'GRANT SET ON PARAMETER ${harmlessSettings} TO ${superuser}';
    END IF;
  ELSIF current_setting('server_version_num')::int >= 150000 THEN
    EXECUTE 'REVOKE SET ON PARAMETER log_min_duration_statement, log_min_messages, log_statement FROM ${superuser}';
  END IF;`;

export function makeGuest({ name, password }: Guest, host: string): string {
  return `CREATE ROLE ${escapeIdentifier(name)} LOGIN PASSWORD ${escapeLiteral(password)} IN ROLE ${escapeIdentifier(host)};`;
}

/** A role that owns something yet goes when its last database went. */
export async function dismissGuest(run: Run, name: string): Promise<void> {
  await run(`DROP ROLE IF EXISTS ${escapeIdentifier(name)}`).catch(() => undefined);
}

/** Drops the roles of processes that are gone. */
export async function sweepGuests(run: Run): Promise<void> {
  const { rows } = await run<{ name: string }>(
    `
    SELECT r.rolname AS name
    FROM pg_roles r
    WHERE starts_with(r.rolname, $1)
      AND NOT EXISTS (
        SELECT
        FROM pg_stat_activity a
        WHERE r.rolname = $1 || a.pid || '_' || (extract(epoch FROM a.backend_start) * 1000000)::bigint
      )
  `,
    [guestPrefix],
  );
  for (const { name } of rows) await dismissGuest(run, name);
}

/** Makes roles without rights that everybody on the server may become. */
export async function makeGuestRoles(run: Run, names: readonly string[]): Promise<void> {
  const make = names.map((name) => {
    const role = escapeIdentifier(name);
    return `
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = ${escapeLiteral(name)}) THEN
        CREATE ROLE ${role} NOLOGIN;
        GRANT ${role} TO ${superuser};
      END IF;`;
  });
  await run(asOne(make.join('')));
}

/** Lets everybody on the server say that functions change settings of names such as `app.tenant`. */
export async function allowGuestSettings(run: Run, names: readonly string[], major: number): Promise<void> {
  if (major < 15 || names.length === 0) return;
  const list = names.map((name) => name.split('.').map(escapeIdentifier).join('.')).join(', ');
  await run(asOne(`EXECUTE ${escapeLiteral(`GRANT SET ON PARAMETER ${list} TO ${superuser}`)};`));
}
