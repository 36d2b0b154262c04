import type { Step } from '../plan/plan.ts';
import { groupsOf } from '../plan/plan-sql.ts';
import { isServersFault } from '../postgres/error-code.ts';

/** What a step couldn't be run because of. */
export interface StepFailure {
  readonly step: Step;
  readonly error: unknown;
}

export interface Session {
  run(sql: string): Promise<void>;
}

/**
 * Runs steps in their transactions, up to the first that fails; what shared its transaction is rolled back. Throws where
 * it is the server that fails.
 */
export async function runSteps(session: Session, steps: readonly Step[]): Promise<StepFailure | null> {
  for (const group of groupsOf(steps)) {
    const together = group.length > 1;
    if (together && (await runAtOnce(session, group))) continue;
    if (together) await session.run('begin');
    for (const step of group) {
      try {
        await session.run(step.sql);
      } catch (error) {
        if (isServersFault(error)) throw error;
        if (together) await session.run('rollback');
        return { step, error };
      }
    }
    try {
      if (together) await session.run('commit');
    } catch (error) {
      if (isServersFault(error)) throw error;
      const [step] = group;
      if (step !== undefined) return { step, error };
    }
  }
  return null;
}

/** As one query, which takes far less time than one for each. Where one of them fails, nothing is done. */
async function runAtOnce(session: Session, steps: readonly Step[]): Promise<boolean> {
  await session.run('begin');
  try {
    await session.run(steps.map(({ sql }) => sql).join('\n;\n'));
    await session.run('commit');
    return true;
  } catch (error) {
    if (isServersFault(error)) throw error;
    await session.run('rollback');
    return false;
  }
}

/**
 * Runs steps one by one and puts off those that fail until others have run: the order that a server accepts, where
 * dependencies stand in texts that nobody but the server understands. What fails in every order is run as it can be
 * instead. Null where that doesn't help either.
 */
export async function findOrder(session: Session, steps: readonly Step[]): Promise<readonly Step[] | null> {
  const ordered: Step[] = [];
  let waiting = [...steps];
  while (waiting.length > 0) {
    const put: Step[] = [];
    let ran = false;
    for (const step of waiting) {
      try {
        await session.run(step.sql);
        ordered.push(step);
        ran = true;
      } catch (error) {
        if (isServersFault(error)) throw error;
        put.push(step);
      }
    }
    const refused = ran ? undefined : put.find(({ instead }) => instead !== undefined);
    if (!ran && refused === undefined) return null;
    waiting = put.flatMap((step) => (step === refused ? (step.instead ?? []) : [step]));
  }
  return ordered;
}

/** Where the transaction of a step begins. */
export function groupStart(steps: readonly Step[], step: Step): number {
  if (step.transaction === null) return steps.indexOf(step);
  return steps.findIndex(({ transaction }) => transaction === step.transaction);
}
