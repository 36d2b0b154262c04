import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import type { Catalog } from '../catalog/catalog-object.ts';
import { errorMessage } from '../contract/error-message.ts';
import { Problem } from '../contract/problem.ts';
import { plumbVersion } from '../contract/version.ts';
import type { Step } from '../plan/plan.ts';
import { planMigration } from '../plan/plan-migration.ts';
import { standInsHash } from '../postgres/embedded/stand-in-files.ts';
import type { PostgresServer } from '../postgres/server.ts';
import type { OpenedSource } from '../sources/open-source.ts';
import { shadowRunner } from '../sources/stand-ins/shadow-runner.ts';
import { findOrder, groupStart, runSteps } from './run-steps.ts';

/** A database in a known state, on which anything may be done. */
export interface Scratch {
  connect(): Promise<Client>;
  drop(): Promise<void>;
}

/**
 * Gives databases that hold a source's schema: the source's own shadow, which nobody needs any more, and then clones of
 * it; or, for a database by URL, copies that are made from its catalogue and hold no row.
 */
export function shadowOf(
  source: OpenedSource,
  catalog: Catalog,
  { shadows, empty }: { readonly shadows: PostgresServer; readonly empty: () => Promise<Catalog> },
): () => Promise<Scratch> {
  if (source.origin === 'url') return copies(source, catalog, shadows, empty);
  let used = false;
  return async () => {
    if (used) return source.clone();
    used = true;
    return { connect: () => source.connect(), drop: async () => {} };
  };
}

function copies(
  { label }: OpenedSource,
  catalog: Catalog,
  shadows: PostgresServer,
  empty: () => Promise<Catalog>,
): () => Promise<Scratch> {
  const key = keyOf(catalog);
  return () =>
    shadows.createShadow({
      key,
      build: async (client) => load(client, planMigration(await empty(), catalog, { online: false }), label),
    });
}

/** What decides how a copy looks. Another version of plumb may write it otherwise. */
function keyOf({ objects }: Catalog): string {
  const hash = createHash('sha256');
  const ids = [...objects.keys()].sort();
  for (const id of ids) hash.update(JSON.stringify(objects.get(id)));
  return `catalogue ${plumbVersion} ${standInsHash()} ${hash.digest('hex')}`;
}

async function load(client: Client, steps: readonly Step[], label: string): Promise<void> {
  const runner = shadowRunner(client);
  // bodies may name what was dropped long ago
  await client.query('SET check_function_bodies = off');
  const failure = await runSteps(runner, steps);
  if (failure === null) return;
  const rest = steps.slice(groupStart(steps, failure.step));
  if ((await findOrder(runner, rest)) !== null) return;
  const said = errorMessage(failure.error);
  throw new Problem('SQL_FAILED', `The schema of ${label} can't be made on a shadow: ${said}`, {
    hint: `The statement was: ${failure.step.sql.slice(0, 500)}`,
    cause: failure.error,
  });
}
