import { Problem } from '../../contract/problem.ts';
import type { Run } from '../shadow/run.ts';

/** What the role of a server by URL may do there, as far as it matters to shadows. */
export interface UrlRights {
  readonly role: string;
  /** Names what belongs to the role's shadows, on a server that others may use as well. */
  readonly id: string;
  readonly isSuperuser: boolean;
  readonly makesRoles: boolean;
}

interface Row extends UrlRights {
  readonly makesDatabases: boolean;
  readonly isStandby: boolean;
  readonly replicates: boolean;
  /** Roles of PostgreSQL's that lead to files, programs, or the sessions of others. */
  readonly reaching: readonly string[];
  readonly owned: readonly string[];
}

/**
 * Reads them, and refuses a role with which strangers' SQL would reach more than shadows. Whoever can make roles lets a
 * guest without rights work in them, so it doesn't matter then what else that role may do.
 */
export async function readUrlRights(run: Run, where: string): Promise<UrlRights> {
  const { rows } = await run<Row>(`
    SELECT r.rolname AS role,
           r.oid::text AS id,
           r.rolsuper AS "isSuperuser",
           r.rolsuper OR r.rolcreatedb AS "makesDatabases",
           r.rolsuper OR r.rolcreaterole AS "makesRoles",
           r.rolreplication AS replicates,
           pg_is_in_recovery() AS "isStandby",
           ARRAY(
             SELECT p.rolname::text FROM pg_roles p
             WHERE p.rolname IN ('pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files',
                 'pg_signal_backend', 'pg_write_all_data', 'pg_read_all_data', 'pg_create_subscription')
               AND pg_has_role(r.oid, p.oid, 'MEMBER')
             ORDER BY 1
           ) AS reaching,
           ARRAY(
             SELECT d.datname::text FROM pg_database d
             WHERE d.datdba = r.oid AND d.datname !~ '^plumb_(shadow|template|build)_'
             ORDER BY 1
           ) AS owned
    FROM pg_roles r
    WHERE r.rolname = current_user
  `);
  const [row] = rows;
  if (row === undefined) throw new Error('the server does not list our own role');
  const { role } = row;
  if (row.isStandby) {
    throw new Problem('NO_PERMISSION', `${where} is a read replica, and a shadow has to be made on it.`, {
      hint: 'Name another server: shadows need one of which little is expected, such as a container.',
    });
  }
  if (!row.makesDatabases) {
    throw new Problem('NO_PERMISSION', `${role} may not make databases on ${where}, and shadows are databases.`, {
      hint: `As a superuser there: ALTER ROLE "${role}" CREATEDB CREATEROLE; with CREATEROLE, the SQL runs as a role without any rights.`,
    });
  }
  const reach = reachOf(row);
  if (!row.makesRoles && reach !== null) {
    throw new Problem('NO_PERMISSION', `The SQL of a migration would run as ${role} on ${where}, which ${reach}.`, {
      hint: `Let it run as a role without rights, which plumb makes where it may: ALTER ROLE "${role}" CREATEROLE; or connect as a role for shadows alone: CREATE ROLE plumb LOGIN CREATEDB PASSWORD '…'.`,
    });
  }
  return row;
}

function reachOf({ reaching, replicates, owned }: Row): string | null {
  if (reaching.length > 0) return `is a member of ${reaching.join(', ')}`;
  if (replicates) return 'may replicate';
  if (owned.length === 0) return null;
  const [some, more] = [owned.slice(0, 3).join(', '), owned.length - 3];
  return `owns ${some}${more > 0 ? ` and ${more} more databases` : ''}`;
}
