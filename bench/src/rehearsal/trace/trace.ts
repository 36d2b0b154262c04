import { Client, DatabaseError } from 'pg';
import { urlOf } from '../../server-databases.ts';
import type { Case } from '../cases.ts';
import { readRelations } from './relations.ts';
import { statementsIn } from './statements.ts';
import { traceInside } from './trace-inside.ts';
import { type Copy, traceOutside } from './trace-outside.ts';
import type { Traced } from './traced.ts';

/** Tells what each statement of a migration does, of a PostgreSQL by URL. Uses nothing of pgplumb. */
export class Trace {
  readonly #server: string;
  readonly #admin: Client;
  readonly #bases = new Map<string, string>();
  #databases = 0;

  private constructor(server: string, admin: Client) {
    this.#server = server;
    this.#admin = admin;
  }

  static async open(server: string): Promise<Trace> {
    const admin = await connected(server);
    for (const setting of ['fsync = off', 'full_page_writes = off', 'synchronous_commit = off', 'autovacuum = off']) {
      await admin.query(`ALTER SYSTEM SET ${setting}`);
    }
    await admin.query('SELECT pg_reload_conf()');
    return new Trace(server, admin);
  }

  async close(): Promise<void> {
    await this.#admin.end();
  }

  /** Rejects where PostgreSQL refuses the case itself. */
  async of({ base, first, migration }: Case): Promise<readonly Traced[]> {
    const template = await this.#before(await this.#base(base), first);
    const statements = statementsIn(migration);
    const isTogether = !migration.startsWith('-- plumb:up no-transaction');
    const together = isTogether && (await this.#together(template, statements));
    if (together) return together;
    const known = await this.#names(template);
    const found: Traced[] = [];
    let before = template;
    for (const statement of statements) {
      found.push(among(known, await this.#alone(before, statement)));
      before = await this.#before(before, statement);
    }
    return found;
  }

  /** Null where one of them can't be in a transaction. */
  async #together(template: string, statements: readonly string[]): Promise<readonly Traced[] | null> {
    const main = await this.#open(template);
    const apart = statements.length === 1 ? null : await this.#open(template);
    try {
      const of = async (copy: Copy) => {
        const [session, { client: observer }] = [await copy.connect(), await copy.connect()];
        return { ...session, observer, relations: await readRelations(observer) };
      };
      return await traceInside(statements, await of(main), apart && (await of(apart)));
    } catch (error) {
      if (error instanceof DatabaseError && outsideOnly.has(error.code)) return null;
      throw error;
    } finally {
      await main.drop();
      await apart?.drop();
    }
  }

  async #alone(template: string, statement: string): Promise<Traced> {
    return (await this.#together(template, [statement]))?.[0] ?? traceOutside(statement, () => this.#open(template));
  }

  async #base({ name, schema, rows }: Case['base']): Promise<string> {
    const known = this.#bases.get(name);
    if (known !== undefined) return known;
    const made = this.#nextName();
    await this.#admin.query(`CREATE DATABASE ${made}`);
    await this.#run(made, `${schema};${rows}`);
    this.#bases.set(name, made);
    return made;
  }

  /** What is there when something was run on it. */
  async #before(template: string, sql: string): Promise<string> {
    if (sql === '') return template;
    const made = await this.#copy(template);
    await this.#run(made, sql);
    return made;
  }

  async #names(database: string): Promise<ReadonlySet<string>> {
    const client = await connected(urlOf(this.#server, database));
    const relations = await readRelations(client);
    await client.end();
    return new Set([...relations.values()].map(({ name }) => name));
  }

  async #run(database: string, sql: string): Promise<void> {
    const client = await connected(urlOf(this.#server, database));
    await client.query(sql);
    await client.end();
  }

  async #open(template: string): Promise<Copy> {
    const name = await this.#copy(template);
    const clients: Client[] = [];
    return {
      connect: async () => {
        const client = await connected(urlOf(this.#server, name));
        clients.push(client);
        const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
        return { client, pid: rows[0]?.pid ?? 0 };
      },
      drop: async () => {
        for (const client of clients) await client.end();
        await this.#admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      },
    };
  }

  async #copy(template: string): Promise<string> {
    const name = this.#nextName();
    const { rows } = await this.#admin.query<{ old: boolean }>(
      "SELECT current_setting('server_version_num')::int < 150000 AS old",
    );
    await this.#admin.query(`CREATE DATABASE ${name} TEMPLATE ${template} ${rows[0]?.old ? '' : 'STRATEGY FILE_COPY'}`);
    return name;
  }

  #nextName(): string {
    this.#databases += 1;
    return `trace_${process.pid}_${this.#databases}`;
  }
}

/** It can't run in a transaction, or ends it. */
const outsideOnly = new Set<string | undefined>(['25001', '2D000']);

async function connected(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString });
  await client.connect();
  return client;
}

/** Without what earlier statements of the migration made. */
function among(known: ReadonlySet<string>, { locks, ...work }: Traced): Traced {
  const of = (names: readonly string[]): readonly string[] => names.filter((name) => known.has(name));
  return {
    locks: locks.filter((lock) => known.has(lock.slice(0, lock.lastIndexOf(' ')))),
    rewrites: of(work.rewrites),
    rebuilds: of(work.rebuilds),
    scans: of(work.scans),
    blocks: of(work.blocks),
  };
}
