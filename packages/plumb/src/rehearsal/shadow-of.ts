import type { Catalog } from '../catalog/catalog-object.ts';
import { planMigration } from '../plan/plan-migration.ts';
import type { PostgresServer } from '../postgres/server.ts';
import type { ShadowDatabase } from '../postgres/shadow/shadow.ts';
import type { OpenedSource } from '../sources/open-source.ts';
import { shadowRunner } from '../sources/stand-ins/shadow-runner.ts';
import { runSteps } from './run-steps.ts';

/**
 * Gives databases on the shadow server that hold a source's schema: clones of the source itself, or, for a server's
 * database, copies made from its catalogue. A copy holds no row.
 */
export function shadowOf(
  source: OpenedSource,
  catalog: Catalog,
  { shadows, empty }: { readonly shadows: PostgresServer; readonly empty: Catalog },
): () => Promise<ShadowDatabase> {
  if (source.origin === 'shadow') return () => source.clone();
  const steps = planMigration(empty, catalog, { online: false });
  const key = JSON.stringify(['catalogue', steps.map(({ sql }) => sql)]);
  return () =>
    shadows.createShadow({
      key,
      build: async (client) => {
        const failure = await runSteps(shadowRunner(client), steps);
        if (failure !== null) throw failure.error;
      },
    });
}
