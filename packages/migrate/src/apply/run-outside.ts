import { serverErrorOf } from '../client/server-error.ts';
import { MigrationProblem } from '../contract/problem.ts';
import type { Unit } from '../files/unit.ts';
import { forgetUnit, recordUnit } from '../journal/records.ts';
import { commitRecord, type Deployment, timeoutsOf } from './deployment.ts';
import { leftoverOf } from './leftovers/leftover.ts';
import { retry, StatementError } from './retry.ts';
import type { UnitAtWork } from './run-unit.ts';
import { watched } from './watch.ts';

type AloneAtWork = UnitAtWork & { readonly unit: Unit & { readonly mode: 'alone' } };

/**
 * Runs a statement that can't be in a transaction. That it runs is journaled before, with what is needed to tell afterwards
 * what it did, since it can be cut off at any point.
 */
export async function runOutside(deployment: Deployment, work: AloneAtWork): Promise<void> {
  const { session, lock } = deployment;
  const { version, unit } = work;
  const [statement] = unit.statements;
  const leftover = leftoverOf(statement.text);
  const key = { version, direction: unit.direction, number: unit.number };

  await lock.during(async () => {
    if (work.memory !== null) {
      const outcome = await withPatience(deployment, () => leftover.settle(session, work.memory ?? '{}'));
      if (outcome === 'uncertain') throw uncertain(work);
      if (outcome === 'done') return;
    }
    await retry(deployment, version, async () => {
      await withPatience(deployment, async () => leftover.prepare?.(session));
      const memory = await leftover.remember(session);
      const running = recordUnit({ ...key, mode: unit.mode, checksum: unit.checksum, state: 'running', memory });
      await commitRecord(deployment, work.opening + running);
      try {
        await runBare(deployment, version, statement.text);
      } catch (error) {
        if (serverErrorOf(error) === null) throw error;
        const outcome = await withPatience(deployment, () => leftover.settle(session, memory));
        if (outcome === 'done') return;
        if (outcome === 'again') await commitRecord(deployment, forgetUnit(key));
        throw new StatementError(statement, error);
      }
    });
  });
  await commitRecord(deployment, work.record);
}

function uncertain({ version, unit }: AloneAtWork): MigrationProblem {
  const [{ source, start, end, text }] = unit.statements;
  const message = `${version} was cut off in a statement that can't be in a transaction, and what it did until then can't be told.`;
  const nothing = { sqlstate: null, detail: null, hint: null, context: null };
  return new MigrationProblem('HISTORY_DIFFERS', message, {
    hint: `Look at the database: did \`${text.split('\n')[0]?.slice(0, 60)}\` do its work? Then say \`plumb repair --done ${version}\`, or \`plumb repair --again ${version}\` to run it once more.`,
    sql: { source, start, end, offset: start, message, ...nothing },
  });
}

async function runBare(deployment: Deployment, version: string, sql: string): Promise<void> {
  const { session, tell } = deployment;
  tell({ type: 'statement', version, sql });
  await withPatience(deployment, () =>
    watched(
      deployment,
      (by) => tell({ type: 'blocked', version, sql, by }),
      () => session.run(sql),
    ),
  );
}

/** Nobody queues behind the weak locks that such statements wait for. */
async function withPatience<T>({ session, server, settings, lock }: Deployment, work: () => Promise<T>): Promise<T> {
  // A pooler would give the settings to others.
  if (lock.fence !== null) return work();
  const timeouts = timeoutsOf(server, settings.concurrentlyTimeout, settings.statementTimeout);
  const names = timeouts.map((each) => each.split(' ')[0]);
  await session.run(timeouts.map((each) => `SET ${each};`).join(''));
  try {
    return await work();
  } finally {
    await session.run(names.map((name) => `RESET ${name};`).join('')).catch(() => {});
  }
}
