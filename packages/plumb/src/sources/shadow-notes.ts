import type { Client } from 'pg';
import type { Finding } from '../contract/finding.ts';

/** The schema on a shadow that is plumb's own, and no part of what the shadow shows. */
const schema = 'plumb_shadow';

/** Keeps with a template what was stood in for when it was filled, for those who clone it later. */
export async function keepNotes(client: Client, notes: readonly Finding[]): Promise<void> {
  if (notes.length === 0) return;
  if (!(await hasNotes(client))) {
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
    await client.query(`CREATE TABLE ${schema}.notes (note pg_catalog.json NOT NULL)`);
  }
  await client.query(`INSERT INTO ${schema}.notes SELECT * FROM pg_catalog.json_array_elements($1)`, [
    JSON.stringify(notes),
  ]);
}

export async function readNotes(client: Client): Promise<readonly Finding[]> {
  if (!(await hasNotes(client))) return [];
  const kept = await client.query<{ note: Finding }>(`SELECT note FROM ${schema}.notes`);
  return kept.rows.map(({ note }) => note);
}

async function hasNotes(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(
    `SELECT pg_catalog.to_regclass('${schema}.notes') IS NOT NULL AS there`,
  );
  return rows[0]?.there ?? false;
}
