import type { BackfillState } from '../backfill/backfill.ts';
import { runBackfill } from '../backfill/run-backfill.ts';
import { serverErrorOf } from '../client/server-error.ts';
import type { Unit } from '../files/unit.ts';
import { recordUnit } from '../journal/records.ts';
import { stopIfAsked } from '../lock/pause.ts';
import { beginTransaction, commitRecord, type Deployment, transactionBegin } from './deployment.ts';
import { retry, StatementError } from './retry.ts';
import type { UnitAtWork } from './run-unit.ts';
import { watched } from './watch.ts';

/** Runs a backfill, or the rest of it; each batch commits with the place that it reached. */
export async function runBackfillUnit(
  deployment: Deployment,
  work: UnitAtWork & { readonly unit: Unit & { readonly mode: 'backfill' } },
): Promise<void> {
  const { session, signal, lock, tell } = deployment;
  const { version, unit } = work;
  const { direction, number, mode, checksum, options } = unit;
  const [statement] = unit.statements;
  const running = { version, direction, number, mode, checksum, state: 'running' } as const;
  if (work.opening !== '') await commitRecord(deployment, work.opening);

  tell({ type: 'statement', version, sql: statement.text });
  const from: BackfillState | null = work.memory === null ? null : JSON.parse(work.memory);
  await runBackfill(session, { statement, options }, from, {
    async begin() {
      if (lock.fence === null) return transactionBegin(deployment);
      await beginTransaction(deployment);
      return '';
    },
    save: (state) => {
      const reached = recordUnit({ ...running, memory: JSON.stringify(state) });
      return `${reached}${state.done ? work.record : ''}${lock.renewal}`;
    },
    retry: (batch) => retry(deployment, version, () => placed(batch)),
    onProgress: (progress) => tell({ type: 'backfill', version, progress }),
    pace: deployment.settings,
    signal,
  });
  stopIfAsked(signal);

  async function placed<T>(batch: () => Promise<T>): Promise<T> {
    try {
      return await watched(deployment, (by) => tell({ type: 'blocked', version, sql: statement.text, by }), batch);
    } catch (error) {
      throw serverErrorOf(error) === null ? error : new StatementError(statement, error);
    }
  }
}
