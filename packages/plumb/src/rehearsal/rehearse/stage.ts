import type { Unit } from '@pgplumb/migrate/files';
import { isRefusedInTransaction, type PlacedStatement } from '@pgplumb/migrate/sql';
import { type Client, DatabaseError } from 'pg';
import type { Finding } from '../../contract/finding.ts';
import { errorCode, isMachinesFault } from '../../postgres/error-code.ts';
import { serverFault } from '../../sql/sql-fault.ts';
import type { PlacedFault } from '../../sql/sql-problem.ts';
import { readTableShapes, type TableShape } from '../sample/table-shape.ts';
import { joinLocks } from '../watch/lock-mode.ts';
import type { Observation } from '../watch/observation.ts';
import { type PartChange, type Parts, partChanges, readParts } from '../watch/parts.ts';
import { watchInside } from '../watch/watch-inside.ts';
import { watchOutside } from '../watch/watch-outside.ts';
import { joinUncommitted, watchUncommitted } from '../watch/watch-uncommitted.ts';
import { openBeside } from './beside.ts';
import { endedBy, hasEnded } from './ended-session.ts';
import { goesOnWith } from './goes-on-with.ts';
import { openStageDatabase, type RowsHeld, type StageOptions } from './stage-database.ts';

/** What was seen of a statement. */
export interface SeenStatement {
  readonly observation: Observation;
  readonly changes: readonly PartChange[];
  readonly outside: boolean;
}

export type TellStep = (seen: SeenStatement) => void;

/** Where migrations are rehearsed: one database that they run in as they will, and one in which statements stand alone. */
export interface Stage extends AsyncDisposable {
  readonly client: Client;
  readonly notes: readonly Finding[];
  readonly empty: readonly { readonly table: string; readonly reason: string }[];
  /** Runs a unit, and tells of each of its statements. */
  watchUnit(unit: Unit, tell: TellStep): Promise<void>;
  /** Runs units without looking. */
  runUnits(units: readonly Unit[]): Promise<void>;
  /** What tables want of their rows by now. */
  shapes(): Promise<readonly TableShape[]>;
  /** Forgets what was set for the session. */
  renew(): Promise<void>;
  /** Another session, which sees what is committed. */
  connect(): Promise<Client>;
}

/** PostgreSQL refused a statement. */
export class StatementFailure extends Error {
  readonly placed: PlacedFault;

  constructor(statement: PlacedStatement, error: DatabaseError) {
    super(error.message, { cause: error });
    this.placed = { fault: serverFault(error, statement), source: statement.source };
  }
}

export async function openStage(
  options: StageOptions,
  { rows, apart }: { readonly rows: RowsHeld; readonly apart: boolean },
): Promise<Stage> {
  const main = await openStageDatabase(options, rows);
  const beside = apart ? await openBeside(() => openStageDatabase(options, rows)) : null;

  /** Nothing becomes of parts where there were none. */
  function partsNow(): Promise<Parts> {
    return main.parts.size === 0 ? Promise.resolve(main.parts) : readParts(main.client, main.parts);
  }

  async function refusable(statement: PlacedStatement, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (isMachinesFault(error)) throw error;
      if (error instanceof DatabaseError) throw new StatementFailure(statement, error);
      options.signal?.throwIfAborted();
      throw (await hasEnded(main)) ? new StatementFailure(statement, endedBy(error)) : error;
    }
  }

  /** Adds what can only be seen where the statement stands alone. One that is alone in its transaction has been seen so. */
  async function besides({ statements }: Unit, statement: PlacedStatement, seen: Observation): Promise<Observation> {
    if (statements.length > 1) return (await beside?.watch(main, statement, seen)) ?? seen;
    await beside?.follow(statement.text);
    return seen;
  }

  async function together(unit: Unit, tell: TellStep | null): Promise<void> {
    const { client, watched } = main;
    await client.query('BEGIN');
    try {
      let parts = tell === null ? main.parts : await partsNow();
      let last: { readonly text: string; readonly observation: Observation } | null = null;
      for (const statement of unit.statements) {
        await refusable(statement, async () => {
          const { text } = statement;
          if (tell === null) return main.run(text);
          if (last !== null && goesOnWith(last.text, text)) {
            await main.run(text);
            const { locks, held } = last.observation;
            const observation = { ...last.observation, held: joinLocks(held, locks) };
            return tell({ observation, changes: [], outside: false });
          }
          const seen = await watchInside(client, watched, () => main.run(text));
          const observation = await besides(unit, statement, seen);
          const now = await partsNow();
          tell({ observation, changes: partChanges(main.parts, parts, now), outside: false });
          parts = now;
          last = { text, observation };
        });
      }
      const end = unit.statements.at(-1);
      if (end !== undefined) await refusable(end, async () => void (await client.query('COMMIT')));
      if (tell !== null) await beside?.endUnit(main);
    } catch (error) {
      await client.query('ROLLBACK').catch(() => {});
      throw error;
    }
  }

  async function outside(statement: PlacedStatement, tell: TellStep | null): Promise<void> {
    const { client, watched } = main;
    if (tell === null) return refusable(statement, () => main.run(statement.text));
    const { connect } = main;
    const others = await Promise.all([connect(), connect(), connect(), connect(), connect()]);
    const [observer, ...obstacles] = others;
    try {
      await refusable(statement, async () => {
        const { text } = statement;
        const onlookers = { client, observer, obstacles };
        const parts = await partsNow();
        const uncommitted = await watchUncommitted(client, watched, { text, run: main.run });
        const seen = await watchOutside(onlookers, watched, { text, run: () => main.run(text) });
        const observation = joinUncommitted(seen, uncommitted);
        tell({ observation, changes: partChanges(main.parts, parts, await partsNow()), outside: true });
      });
      await beside?.follow(statement.text);
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
      return main.notes;
    },
    empty: main.empty,
    async shapes() {
      const client = await main.connect();
      try {
        const { rows } = await client.query<{ name: string }>(
          'SELECT name FROM unnest($1::text[]) AS t (name) WHERE to_regclass(name) IS NOT NULL',
          [options.tables],
        );
        return await readTableShapes(
          client,
          rows.map(({ name }) => name),
          false,
        );
      } finally {
        await client.end();
      }
    },
    watchUnit: (unit, tell) => runUnit(unit, tell),
    async runUnits(units) {
      for (const unit of units) await runUnit(unit, null);
    },
    async renew() {
      await Promise.all([main.renew(), beside?.renew()]);
    },
    connect: () => main.connect(),
    async [Symbol.asyncDispose]() {
      await beside?.close();
      await main.close();
    },
  };
}

function wantsNoTransaction(error: unknown): boolean {
  const cause = error instanceof StatementFailure ? error.cause : error;
  return isRefusedInTransaction(errorCode(cause));
}
