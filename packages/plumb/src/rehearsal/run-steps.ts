import type { Step } from '../plan/plan.ts';
import { groupsOf } from '../plan/plan-sql.ts';

/** What a step couldn't be run because of. */
export interface StepFailure {
  readonly step: Step;
  readonly error: unknown;
}

export interface Session {
  run(sql: string): Promise<void>;
}

/** Runs steps in their transactions, up to the first that fails; what shared its transaction is rolled back. */
export async function runSteps(
  session: Session,
  steps: readonly Step[],
  signal?: AbortSignal,
): Promise<StepFailure | null> {
  for (const group of groupsOf(steps)) {
    const together = group.length > 1;
    if (together) await session.run('begin');
    for (const step of group) {
      signal?.throwIfAborted();
      try {
        await session.run(step.sql);
      } catch (error) {
        if (together) await session.run('rollback');
        return { step, error };
      }
    }
    try {
      if (together) await session.run('commit');
    } catch (error) {
      const [step] = group;
      if (step !== undefined) return { step, error };
    }
  }
  return null;
}

/**
 * Runs steps one by one and puts off those that fail until others have run: the order that a server accepts, where
 * dependencies stand in texts that nobody but the server understands. Null where there is none.
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
      } catch {
        put.push(step);
      }
    }
    if (!ran) return null;
    waiting = put;
  }
  return ordered;
}

/** Where the transaction of a step begins. */
export function groupStart(steps: readonly Step[], step: Step): number {
  if (step.transaction === null) return steps.indexOf(step);
  return steps.findIndex(({ transaction }) => transaction === step.transaction);
}
