import type { Client } from 'pg';

/*
 * Subscriptions are kept in catalogues that the whole cluster shares, so a clone of a database has none of them. Their rows
 * are put aside in the template, and into the catalogues again for each clone.
 */

const ours = `subdbid = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())`;
const subscriptions = `'pg_catalog.pg_subscription'::pg_catalog.regclass`;

/** Puts a database's subscriptions aside. */
export async function putSubscriptionsAside(client: Client): Promise<void> {
  const { rowCount } = await client.query(`SELECT oid FROM pg_catalog.pg_subscription WHERE ${ours}`);
  if (rowCount === 0) return;
  await client.query(`
    CREATE SCHEMA IF NOT EXISTS plumb_shadow;
    CREATE TABLE plumb_shadow.subscriptions AS SELECT * FROM pg_catalog.pg_subscription WHERE ${ours};
    DELETE FROM pg_catalog.pg_shdepend d
      USING plumb_shadow.subscriptions s
      WHERE d.classid = ${subscriptions} AND d.objid = s.oid;
    DELETE FROM pg_catalog.pg_subscription WHERE ${ours}`);
}

/** Gives a clone the subscriptions that were put aside; false where there are none. */
export async function bringSubscriptionsBack(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(
    `SELECT pg_catalog.to_regclass('plumb_shadow.subscriptions') IS NOT NULL AS there`,
  );
  if (!rows[0]?.there) return false;
  await client.query(`
    ALTER TABLE plumb_shadow.subscriptions ADD COLUMN new_oid pg_catalog.oid;
    UPDATE plumb_shadow.subscriptions
      SET new_oid = pg_catalog.pg_nextoid(${subscriptions}, 'oid', 'pg_catalog.pg_subscription_oid_index');
    INSERT INTO pg_catalog.pg_subscription
      SELECT (pg_catalog.jsonb_populate_record(
        NULL::pg_catalog.pg_subscription,
        pg_catalog.to_jsonb(s) || pg_catalog.jsonb_build_object('oid', s.new_oid, 'subdbid', d.oid)
      )).*
      FROM plumb_shadow.subscriptions s
      JOIN pg_catalog.pg_database d ON d.datname = pg_catalog.current_database();
    INSERT INTO pg_catalog.pg_shdepend (dbid, classid, objid, objsubid, refclassid, refobjid, deptype)
      SELECT 0, ${subscriptions}, s.new_oid, 0, 'pg_catalog.pg_authid'::pg_catalog.regclass, s.subowner, 'o'
      FROM plumb_shadow.subscriptions s
      WHERE s.subowner >= 16384;
    UPDATE pg_catalog.pg_description d
      SET objoid = s.new_oid
      FROM plumb_shadow.subscriptions s
      WHERE d.classoid = ${subscriptions} AND d.objoid = s.oid;
    ALTER TABLE plumb_shadow.subscriptions DROP COLUMN new_oid`);
  return true;
}

/** The same, where more SQL is to run before they are put aside again. */
export async function takeSubscriptionsBack(client: Client): Promise<void> {
  if (await bringSubscriptionsBack(client)) await client.query('DROP TABLE plumb_shadow.subscriptions');
}
