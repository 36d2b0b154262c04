import type { Session } from '../client/session.ts';
import type { Backfill, BackfillMeans, BackfillState } from './backfill.ts';
import { Batches } from './batches.ts';
import { estimateRows } from './bounds.ts';
import { checkInsert } from './check-insert.ts';
import { chooseKey } from './choose-key.ts';
import { Pacer } from './pace.ts';
import { readStatement } from './read-statement.ts';
import { readTable } from './read-table.ts';
import { Speed } from './speed.ts';

/**
 * Runs one statement in batches, each of which goes over a range of keys and commits with a record of how far it came, so
 * that no row is met twice, whatever happens. It ends when all is done or when it is asked to stop, and tells how far it
 * came.
 *
 * Errors of the server count their position in the statement as it was written.
 */
export async function runBackfill(
  session: Session,
  backfill: Backfill,
  from: BackfillState | null,
  means: BackfillMeans,
): Promise<BackfillState> {
  const statement = readStatement(backfill.statement, backfill.options.table);
  const table = await readTable(session, statement.relation, backfill.options.table);
  const key = chooseKey(backfill, statement, table, from?.columns ?? null);
  await checkInsert(session, statement);
  let state = from ?? {
    columns: key.map(({ name }) => name),
    key: null,
    rows: 0,
    walked: 0,
    total: await estimateRows(session, statement.relation),
    done: false,
  };
  const batches = new Batches(session, statement, key, backfill.options.batch, table?.deadlockTimeout ?? 0, means);
  const pacer = new Pacer(session, means.pace, means.signal);
  const speed = new Speed(state, Date.now());
  while (!state.done && !means.signal?.aborted) {
    const began = Date.now();
    const before: BackfillState = state;
    state = await means.retry(() => batches.run(before));
    means.onProgress(speed.progress(table?.name ?? backfill.options.table, state, Date.now()));
    if (!state.done) await pacer.afterBatch(Date.now() - began);
  }
  if (state !== from) await batches.record(state);
  return state;
}
