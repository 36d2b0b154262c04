import { readdirSync, readFileSync } from 'node:fs';
import type { PostgresServer, ShadowDatabase } from 'pgplumb';

export type Client = Awaited<ReturnType<ShadowDatabase['connect']>>;

export interface SqlFile {
  readonly name: string;
  readonly text: string;
}

/** The files of `db/<folder>`, in the order in which they run. */
export function sqlFiles(folder: 'schema' | 'seed' | 'queries'): SqlFile[] {
  const place = new URL(`../db/${folder}/`, import.meta.url);
  const names = readdirSync(place).filter((name) => name.endsWith('.sql'));
  return names.sort().map((name) => ({ name, text: readFileSync(new URL(name, place), 'utf8') }));
}

export const schemaAndSeed: readonly SqlFile[] = [...sqlFiles('schema'), ...sqlFiles('seed')];

export async function runFiles(client: Client, files: readonly SqlFile[]): Promise<void> {
  for (const { text } of files) await client.query(text);
}

/** A copy of the starter with its seed data; it is built once for each server. */
export function createStarter(server: PostgresServer): Promise<ShadowDatabase> {
  return server.createShadow({
    key: schemaAndSeed.map(({ text }) => text).join('\n'),
    build: (client) => runFiles(client, schemaAndSeed),
  });
}

/** Runs `work` as a request of a client does: in a transaction, as a role, for an account. It is kept unless `work` fails. */
export async function as<Result>(
  client: Client,
  role: 'anonymous' | 'signed_in' | 'job_worker',
  account: string | null,
  work: () => Promise<Result>,
): Promise<Result> {
  await client.query('begin');
  try {
    await client.query(`set local role ${role}`);
    await client.query(`select set_config('request.jwt.claims', $1, true)`, [JSON.stringify({ sub: account })]);
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** The account of the n-th person of the seed. */
export async function person(client: Client, n: number): Promise<string> {
  return value<string>(client, `select md5('user:' || $1::text)::uuid`, [n]);
}

/** The one value of the one row that a query answers with. */
export async function value<Type>(client: Client, sql: string, values: readonly unknown[] = []): Promise<Type> {
  const found = await column<Type>(client, sql, values);
  const [first] = found;
  if (found.length !== 1 || first === undefined) throw new Error(`${found.length} rows instead of one: ${sql}`);
  return first;
}

/** The first column of a query's answer. */
export async function column<Type>(client: Client, sql: string, values: readonly unknown[] = []): Promise<Type[]> {
  const { rows } = await client.query<[Type]>({ text: sql, values: [...values], rowMode: 'array' });
  return rows.map(([first]) => first);
}
