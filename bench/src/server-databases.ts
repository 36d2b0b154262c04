import type { Client } from 'pg';

/** The URL of another database of the same server. */
export function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

/** Nobody may be connected to the one that is cloned. */
export async function clone(admin: Client, database: string, name: string): Promise<void> {
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${database} STRATEGY FILE_COPY`);
}
