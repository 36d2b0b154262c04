import type { Unit } from '@pgplumb/migrate/files';
import type { PlacedStatement } from '@pgplumb/migrate/sql';
import { type Client, DatabaseError } from 'pg';
import type { Finding } from '../../contract/finding.ts';
import { errorCode } from '../../postgres/error-code.ts';
import { type ShadowRunner, shadowRunner } from '../../sources/stand-ins/shadow-runner.ts';
import { serverFault } from '../../sql/sql-fault.ts';
import type { PlacedFault } from '../../sql/sql-problem.ts';
import { fillTables } from '../sample/fill-tables.ts';
import type { Scratch } from '../shadow-of.ts';
import { joinLocks } from '../watch/lock-mode.ts';
import type { Observation } from '../watch/observation.ts';
import { relationsOf, type Watched } from '../watch/snapshot.ts';
import { watchAlone, watchInside } from '../watch/watch-inside.ts';
import { watchOutside } from '../watch/watch-outside.ts';

export interface StageOptions {
  /** Databases in the state before the migrations. */
  readonly scratch: () => Promise<Scratch>;
  /** Tables that get rows, as they are written in SQL. */
  readonly tables: readonly string[];
  /** Milliseconds that a statement may take. */
  readonly statementTimeout: number;
  readonly signal?: AbortSignal | undefined;
}

export type TellStep = (statement: PlacedStatement, observation: Observation, outside: boolean) => void;

/** Where migrations are rehearsed: one database that they run in as they will, and one in which statements stand alone. */
export interface Stage extends AsyncDisposable {
  readonly client: Client;
  readonly notes: readonly Finding[];
  readonly empty: readonly { readonly table: string; readonly reason: string }[];
  /** Runs a unit, and tells of each of its statements. */
  watchUnit(unit: Unit, tell: TellStep): Promise<void>;
  /** Runs units without looking. */
  runUnits(units: readonly Unit[]): Promise<void>;
}

/** PostgreSQL refused a statement. */
export class StatementFailure extends Error {
  readonly placed: PlacedFault;

  constructor(statement: PlacedStatement, error: DatabaseError) {
    super(error.message, { cause: error });
    this.placed = { fault: serverFault(error, statement), source: statement.source };
  }
}

interface Opened {
  readonly client: Client;
  readonly runner: ShadowRunner;
  readonly watched: Watched;
  connect(): Promise<Client>;
  close(): Promise<void>;
}

export async function openStage(
  options: StageOptions,
  { rows, apart }: { readonly rows: boolean; readonly apart: boolean },
): Promise<Stage> {
  const main = await openDatabase(options);
  let beside = apart ? await openDatabase(options) : null;
  const filled = rows ? await fillTables(main.client, options.tables) : null;
  if (rows && beside !== null) await fillTables(beside.client, options.tables);

  /** What a statement takes by itself, where that can't be seen among what its transaction holds already. */
  async function alone({ text }: PlacedStatement, seen: Observation): Promise<Observation> {
    if (beside === null) return seen;
    const { client, watched, runner } = beside;
    try {
      const own = await watchAlone(client, watched, () => runner.run(text));
      return { ...seen, locks: joinLocks(seen.locks, own.locks) };
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      // it needs its transaction
      await beside.close();
      beside = null;
      return seen;
    }
  }

  async function together(unit: Unit, tell: TellStep | null): Promise<void> {
    const { client, watched, runner } = main;
    await client.query('BEGIN');
    try {
      for (const statement of unit.statements) {
        await refusable(statement, async () => {
          if (tell === null) return runner.run(statement.text);
          const seen = await watchInside(client, watched, () => runner.run(statement.text));
          tell(statement, await alone(statement, seen), false);
        });
      }
      const last = unit.statements.at(-1);
      if (last !== undefined) await refusable(last, async () => void (await client.query('COMMIT')));
    } catch (error) {
      await client.query('ROLLBACK').catch(() => {});
      throw error;
    }
  }

  async function outside(statement: PlacedStatement, tell: TellStep | null): Promise<void> {
    const { client, watched, runner } = main;
    if (tell === null) return refusable(statement, () => runner.run(statement.text));
    const others = await Promise.all([main.connect(), main.connect(), main.connect()]);
    const [observer, first, last] = others;
    try {
      await refusable(statement, async () => {
        const onlookers = { client, observer, obstacles: [first, last] as const };
        tell(statement, await watchOutside(onlookers, watched, () => runner.run(statement.text)), true);
      });
      await beside?.runner.run(statement.text);
    } finally {
      for (const other of others) await other.end();
    }
  }

  async function runUnit(unit: Unit, tell: TellStep | null): Promise<void> {
    options.signal?.throwIfAborted();
    try {
      await together(unit, tell);
    } catch (error) {
      if (unit.mode !== 'alone' || !wantsNoTransaction(error)) throw error;
      await outside(unit.statements[0], tell);
    }
  }

  return {
    client: main.client,
    get notes() {
      return main.runner.notes;
    },
    empty: filled?.empty ?? [],
    watchUnit: (unit, tell) => runUnit(unit, tell),
    async runUnits(units) {
      for (const unit of units) await runUnit(unit, null);
    },
    async [Symbol.asyncDispose]() {
      await beside?.close();
      await main.close();
    },
  };
}

async function openDatabase({ scratch, statementTimeout }: StageOptions): Promise<Opened> {
  const database = await scratch();
  const client = await database.connect();
  await client.query(`SET statement_timeout = ${Math.ceil(statementTimeout)}`);
  return {
    client,
    runner: shadowRunner(client),
    watched: await relationsOf(client),
    connect: () => database.connect(),
    async close() {
      await client.end().catch(() => {});
      await database.drop();
    },
  };
}

async function refusable(statement: PlacedStatement, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw error instanceof DatabaseError ? new StatementFailure(statement, error) : error;
  }
}

/** 2D000: a procedure or a block that commits by itself. */
function wantsNoTransaction(error: unknown): boolean {
  const cause = error instanceof StatementFailure ? error.cause : error;
  return ['25001', '2D000'].includes(errorCode(cause) ?? '');
}
