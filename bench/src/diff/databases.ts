import type { Client } from 'pg';
import { clone } from '../server-databases.ts';
import { changesOf, scriptOf } from './changes.ts';
import type { Content } from './phases.ts';
import { schemaScripts } from './schema.ts';

export function databasesOf({ tables, changes }: Content): { readonly before: string; readonly after: string } {
  return { before: `before_${tables}`, after: `after_${tables}_${changes}` };
}

/** Makes the databases before and after that are not there yet; those after are clones of those before. */
export async function makeDatabases(connect: (database?: string) => Promise<Client>, content: Content): Promise<void> {
  const { before, after } = databasesOf(content);
  const admin = await connect();
  try {
    const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [before]);
    if (rowCount === 0) {
      await admin.query(`CREATE DATABASE ${before}`);
      // as a server of production would have, where autovacuum runs
      await run(await connect(before), [...schemaScripts(content.tables), 'VACUUM ANALYZE']);
    }
    await clone(admin, before, after);
    await run(await connect(after), changesOf(content.tables, content.changes).map(scriptOf));
  } finally {
    await admin.end();
  }
}

async function run(client: Client, scripts: readonly string[]): Promise<void> {
  try {
    for (const script of scripts) await client.query(script);
  } finally {
    await client.end();
  }
}
