import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Migration, migrate, readMigrations, rollback, statementsOf } from '@pgplumb/migrate';
import type { Catalog } from '../../packages/plumb/src/catalog/catalog-object.ts';
import { readCatalog } from '../../packages/plumb/src/catalog/read-catalog.ts';
import { diffCatalogs } from '../../packages/plumb/src/diff/diff-catalogs.ts';
import type { Plan, Step } from '../../packages/plumb/src/plan/plan.ts';
import type { PostgresServer } from '../../packages/plumb/src/postgres/server.ts';
import { draftOf } from '../../packages/plumb/src/project/migrations/generate-migration.ts';
import { writeNewMigration } from '../../packages/plumb/src/project/migrations/write-new-migration.ts';
import type { CorpusCase } from './case.ts';
import { loadDatabase } from './load.ts';
import { planCase } from './plan-case.ts';

/** What is there to compare, of a case that has a plan. */
export interface Applied {
  /** Of the sections of the file's way up. */
  readonly modes: readonly string[];
  /** The statements of the file, and those of the plan. */
  readonly read: Statements;
  readonly planned: Statements;
  /** What differs after `migrate`, and what after `rollback`, by id. */
  readonly differsAfter: readonly string[];
  readonly differsBack: readonly string[];
}

interface Statements {
  readonly up: readonly string[];
  readonly down: readonly string[];
}

/** Writes a case's plan into a file, and lets the package for migrations apply it there and back. */
export async function applyCase(corpusCase: CorpusCase, server: PostgresServer): Promise<Applied | null> {
  const { plan, changed, refusal } = await planCase(corpusCase, 'forward', server);
  if (refusal !== null || plan.up.length === 0) return null;
  const folder = mkdtempSync(join(tmpdir(), 'plumb-applied-'));
  try {
    await writeNewMigration({ name: corpusCase.name, folder, cwd: folder, draft: draftOf({ plan, changed }) });
    await using wanted = await loadDatabase(server, corpusCase.after);
    await using database = await loadDatabase(server, corpusCase.before);
    const [before, after] = [await readCatalog(database.client), await readCatalog(wanted.client)];
    await database.run(corpusCase.seed);
    await migrate({ client: database.client, migrations: folder });
    const reached = await readCatalog(database.client);
    await rollback({ client: database.client, migrations: folder });
    const returned = await readCatalog(database.client);
    const { migrations } = await readMigrations(folder);
    return {
      modes: migrations.flatMap(({ up }) => up.map(({ mode }) => mode)),
      read: statementsIn(migrations),
      planned: statementsOfPlan(plan),
      differsAfter: differences(after, reached),
      differsBack: differences(before, returned),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function statementsIn(migrations: readonly Migration[]): Statements {
  const sql = (way: 'up' | 'down'): readonly string[] =>
    migrations.flatMap((each) => each[way].flatMap((section) => statementsOf(section).map(({ text }) => text)));
  return { up: sql('up'), down: sql('down') };
}

function statementsOfPlan({ up, down }: Plan): Statements {
  const sql = (steps: readonly Step[]): readonly string[] => steps.map((step) => step.sql);
  return { up: sql(up), down: sql(down) };
}

function differences(expected: Catalog, found: Catalog): readonly string[] {
  return diffCatalogs(expected, found).map((change) => (change.type === 'alter' ? change.to.id : change.object.id));
}
