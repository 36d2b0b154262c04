import { type Direction, type Migration, type MigrationEvent, MigrationProblem } from '@pgplumb/migrate';
import type { Finding } from '../../contract/finding.ts';
import { Problem } from '../../contract/problem.ts';
import { problemOf } from '../../sql/problem-of.ts';
import { findingsOf } from './findings-of.ts';
import type { MigrationsRequest } from './migration-target.ts';

/** A migration that is done with, and what that took. */
export interface DoneMigration {
  readonly version: string;
  readonly milliseconds: number;
}

/** Remembers what is finished, for when a problem ends the rest. */
export function rememberingDone<Request extends MigrationsRequest>(
  request: Request,
): { readonly request: Request; done(direction: Direction): readonly DoneMigration[] } {
  const finished: Extract<MigrationEvent, { readonly type: 'finished' }>[] = [];
  const onEvent = (event: MigrationEvent): void => {
    if (event.type === 'finished') finished.push(event);
    request.onEvent?.(event);
  };
  return {
    request: { ...request, onEvent },
    done: (direction) =>
      finished
        .filter((event) => event.direction === direction)
        .map(({ version, milliseconds }) => ({ version, milliseconds })),
  };
}

/** How work on migrations ended: what it found, and the problem that ended it before its time. */
export interface Ending {
  readonly findings: readonly Finding[];
  readonly failure: Problem | null;
}

/** Does work, and gives the problem that ended it, so that what was done before can be told with it. */
export async function untilProblem(
  migrations: readonly Migration[],
  work: () => Promise<readonly Finding[]>,
): Promise<Ending> {
  try {
    return { findings: await work(), failure: null };
  } catch (error) {
    const problem = problemOf(error);
    if (!(problem instanceof Problem) || problem.code === 'INTERRUPTED') throw problem;
    const findings = error instanceof MigrationProblem ? findingsOf(error.findings, migrations) : [];
    return { findings, failure: problem };
  }
}
