import { type Client, DatabaseError } from 'pg';
import type { Problem } from '../../contract/problem.ts';
import { type Attempt, type FailedAttempt, tryToConnect } from './attempt.ts';
import { explainFailure } from './failure/explain-failure.ts';
import { suggestDatabase } from './failure/suggest-database.ts';
import { protectionsFor } from './tls/tls-plan.ts';

/** Connects to one endpoint, with each protection that the sslmode allows, until the server takes one. */
export async function connectToEndpoint(
  aim: Omit<Attempt, 'protection'>,
): Promise<{ readonly client: Client } | { readonly problem: Problem }> {
  const [first, second] = protectionsFor(aim.settings.tls, aim.endpoint);
  const outcome = await tryToConnect({ ...aim, protection: first });
  if ('client' in outcome) return outcome;
  const problem = explainFailure(outcome.failed);
  if (second === undefined || !mayHelp(problem, outcome.failed))
    return { problem: await complete(problem, outcome.failed) };

  const next = await tryToConnect({ ...aim, protection: second });
  if ('client' in next) return next;
  // a refusal of both ways: the first is the one that was preferred
  if (problem.code === 'AUTH_FAILED') return { problem };
  return { problem: await complete(explainFailure(next.failed), next.failed) };
}

/**
 * Whether the other protection could be let in: the server has no TLS, or a line of its pg_hba.conf asks for the other.
 * libpq also tries again after a wrong password, and so would send it in the clear.
 */
function mayHelp(problem: Problem, { error }: FailedAttempt): boolean {
  return (
    problem.code === 'TLS_NOT_OFFERED' ||
    problem.code === 'TLS_FAILED' ||
    (error instanceof DatabaseError && error.code === '28000')
  );
}

async function complete(problem: Problem, { attempt }: FailedAttempt): Promise<Problem> {
  return problem.code === 'DATABASE_MISSING' ? await suggestDatabase(problem, attempt) : problem;
}
