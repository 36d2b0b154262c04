import { type Client, DatabaseError } from 'pg';
import { Problem } from '../../contract/problem.ts';

/**
 * Takes a database back to nothing, in one transaction and without dropping it, which needs rights of its own and would
 * lose its settings. What an administrator put there (schemas and extensions of other owners) stays, and so do roles, which
 * belong to the whole server.
 */
export async function emptyDatabase(client: Client): Promise<void> {
  try {
    await client.query(`BEGIN; SET LOCAL lock_timeout = '${patience}s'; SET LOCAL client_min_messages = error`);
    for (const round of rounds) await dropEach(client, round);
    await client.query(`
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = 'public') THEN
          CREATE SCHEMA public;
          GRANT USAGE ON SCHEMA public TO PUBLIC;
        END IF;
      END $$;
      SELECT pg_catalog.lo_unlink(oid) FROM pg_catalog.pg_largeobject_metadata WHERE ${isOurs('lomowner')};
      COMMIT`);
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    if (!(error instanceof DatabaseError)) throw error;
    throw error.code === '55P03' ? inUse(error) : notEmptied(error);
  }
}

const patience = 5;
/** Of objects that initdb didn't make. */
const firstNormalOid = 16_384;

/**
 * Queries for what is dropped, each after the ones before it: event triggers first, which would see the rest go. Each gives
 * catalogue and oid; what an extension made goes with it or stays with it.
 */
const rounds = [
  ofCatalog('pg_event_trigger', `WHERE ${isOurs('evtowner')}`),
  ofCatalog('pg_publication'),
  `SELECT 'pg_catalog.pg_namespace'::regclass AS catalog, oid FROM pg_catalog.pg_namespace
    WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', 'public')
      AND (nspname = 'plumb' OR ${isOurs('nspowner')})`,
  ofCatalog('pg_extension', `WHERE extname <> 'plpgsql' AND ${isOurs('extowner')}`),
  `SELECT d.classid AS catalog, d.objid AS oid FROM pg_catalog.pg_depend AS d
    WHERE d.refclassid = 'pg_catalog.pg_namespace'::regclass AND d.refobjid = to_regnamespace('public')
      AND d.deptype = 'n' AND d.classid NOT IN ('pg_catalog.pg_default_acl'::regclass, 'pg_catalog.pg_extension'::regclass)`,
  ...['pg_cast', 'pg_foreign_server', 'pg_foreign_data_wrapper', 'pg_language', 'pg_am'].map((catalog) =>
    ofCatalog(catalog),
  ),
];

function isOurs(owner: string): string {
  return `pg_catalog.pg_has_role(${owner}, 'USAGE')`;
}

function ofCatalog(catalog: string, where = ''): string {
  return `SELECT 'pg_catalog.${catalog}'::regclass AS catalog, oid FROM pg_catalog.${catalog} ${where}`;
}

async function dropEach(client: Client, round: string): Promise<void> {
  const { rows } = await client.query<{ drop: string }>(`
    SELECT format('DROP %s IF EXISTS %s CASCADE', CASE i.type
      WHEN 'statistics object' THEN 'statistics' WHEN 'composite type' THEN 'type'
      ELSE replace(i.type, '-', ' ') END, i.identity) AS drop
    FROM (${round}) AS each
    CROSS JOIN LATERAL pg_catalog.pg_identify_object(each.catalog, each.oid, 0) AS i
    WHERE each.oid >= ${firstNormalOid} AND NOT EXISTS (
      SELECT FROM pg_catalog.pg_depend AS d
      WHERE d.classid = each.catalog AND d.objid = each.oid AND d.deptype IN ('e', 'i')
        -- the columns of a partition key are the table's own
        AND d.refobjid <> d.objid
    )
    ORDER BY 1
  `);
  if (rows.length > 0) await client.query(rows.map(({ drop }) => drop).join(';\n'));
}

function notEmptied(cause: DatabaseError): Problem {
  const { message, detail, hint } = cause;
  const said = detail === undefined ? message : `${message} (${detail})`;
  return new Problem('SQL_FAILED', `The database could not be emptied: ${said}. Nothing was changed.`, {
    ...(hint === undefined ? {} : { hint }),
    cause,
  });
}

function inUse(cause: DatabaseError): Problem {
  return new Problem('LOCKED', 'Other sessions use what is to be dropped. Nothing was changed.', {
    hint: 'End them (your app’s development server, psql, a graphical client) and run the same command again.',
    cause,
  });
}
