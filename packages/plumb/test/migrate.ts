import { afterAll } from 'vitest';
import type { Catalog } from '../src/catalog/catalog-object.ts';
import { readCatalog } from '../src/catalog/read-catalog.ts';
import type { Step } from '../src/plan/plan.ts';
import { planMigration } from '../src/plan/plan-migration.ts';
import { openShadowServer } from '../src/postgres/embedded/embedded-server.ts';
import type { PostgresServer } from '../src/postgres/server.ts';
import type { ShadowDatabase } from '../src/postgres/shadow/shadow.ts';
import { prove } from '../src/rehearsal/prove.ts';
import { shadowRunner } from '../src/sources/stand-ins/shadow-runner.ts';

const servers = new Map<number, Promise<PostgresServer>>();

afterAll(async () => {
  for (const server of servers.values()) await (await server).close();
  servers.clear();
});

function serverOf(major: number): Promise<PostgresServer> {
  const server = servers.get(major) ?? openShadowServer({ major });
  servers.set(major, server);
  return server;
}

export interface MigrateOptions {
  readonly major?: number;
  readonly online?: boolean;
  /** Whether tables are big. */
  readonly stepwise?: boolean;
  /** Rows, put into the state before. */
  readonly rows?: string;
  /** Asked when the state after is reached. */
  readonly query?: string;
}

export interface Migrated {
  readonly up: readonly Step[];
  readonly down: readonly Step[];
  readonly rows: readonly (readonly unknown[])[];
  /** Whether the plan had to be mended before it led there and back. */
  readonly mended: boolean;
}

/** Plans from one schema to another, runs it up and down on a real server, and fails where it leads elsewhere. */
export async function migrate(before: string, after: string, options: MigrateOptions = {}): Promise<Migrated> {
  const { major = 18, online = true, stepwise = false, rows = '', query } = options;
  const server = await serverOf(major);
  const from = await catalogOf(server, before);
  const to = await catalogOf(server, after);
  const plan = (one: Catalog, other: Catalog): readonly Step[] =>
    planMigration(one, other, { online, stepwise: () => stepwise });
  const answers: unknown[][] = [];
  const draft = { up: plan(from, to), down: plan(to, from) };
  const proof = await prove(draft, {
    shadow: () => shadowWith(server, before),
    from,
    to,
    plan,
    rows: {
      prepare: async (client) => {
        if (rows !== '') await client.query(rows);
      },
      check: async (client, way) => {
        if (query !== undefined && way === 'up') {
          answers.push(...(await client.query<unknown[]>({ text: query, rowMode: 'array' })).rows);
        }
        return [];
      },
    },
  });
  if (proof.brokenByRows !== null) throw new Error(`${describe(proof.brokenByRows)}\n\n${textOf(proof.plan)}`);
  if (proof.doubt !== null) throw new Error(`${describe(proof.doubt)}\n\n${textOf(proof.plan)}`);
  return { ...proof.plan, rows: answers, mended: proof.mended };
}

export { groupsOf } from '../src/plan/plan-sql.ts';

/** A database in a state. */
export async function databaseWith(sql: string, major = 18): Promise<ShadowDatabase> {
  return shadowWith(await serverOf(major), sql);
}

/** The statements alone. */
export function sqlOf(steps: readonly Step[]): readonly string[] {
  return steps.map(({ sql }) => sql);
}

async function catalogOf(server: PostgresServer, sql: string): Promise<Catalog> {
  await using shadow = await shadowWith(server, sql);
  const client = await shadow.connect();
  try {
    return await readCatalog(client);
  } finally {
    await client.end();
  }
}

async function shadowWith(server: PostgresServer, sql: string): Promise<ShadowDatabase> {
  const shadow = await server.createShadow();
  const client = await shadow.connect();
  try {
    await shadowRunner(client).run(sql);
  } finally {
    await client.end();
  }
  return shadow;
}

function describe(doubt: object): string {
  return JSON.stringify(doubt, (_, value: unknown) => (value instanceof Error ? value.message : value), 2);
}

function textOf({ up, down }: { readonly up: readonly Step[]; readonly down: readonly Step[] }): string {
  return ['-- up', ...sqlOf(up), '-- down', ...sqlOf(down)].join(';\n');
}
