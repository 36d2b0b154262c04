import type { Finding } from '../../contract/finding.ts';
import type { ProgressListener } from '../../contract/progress.ts';
import { diffCatalogs } from '../../diff/diff-catalogs.ts';
import type { Step } from '../../plan/plan.ts';
import { planMigration } from '../../plan/plan-migration.ts';
import type { PostgresServer } from '../../postgres/server.ts';
import { type Doubt, prove } from '../../rehearsal/prove.ts';
import { openSource } from '../../sources/open-source.ts';
import type { SchemaSource } from '../../sources/schema-source.ts';
import { joinedNotes } from './joined-notes.ts';
import { readSource } from './read-source.ts';
import { withoutJournals } from './without-journals.ts';

export interface SchemaDump {
  readonly steps: readonly Step[];
  /** Null when the SQL was loaded into an empty database and gave the same catalogue. */
  readonly doubt: Doubt | null;
  readonly findings: readonly Finding[];
}

/** Writes a whole schema as ordered SQL, and loads it once to see that nothing is missing. */
export async function dumpSchema(
  source: SchemaSource,
  options: { readonly shadows: PostgresServer; readonly signal?: AbortSignal; readonly progress?: ProgressListener },
): Promise<SchemaDump> {
  await using opened = await openSource(source, options);
  await using nothing = await openSource({ type: 'empty' }, options);
  const { signal } = options;
  const [read, empty] = await Promise.all([readSource(opened, signal), readSource(nothing, signal)]);
  const catalog = opened.origin === 'url' ? withoutJournals(read, null) : read;
  const plan = (from: typeof empty, to: typeof empty): readonly Step[] => planMigration(from, to, { online: false });
  const findings = joinedNotes([...opened.notes, ...catalog.coverage]);
  const draft = { up: plan(empty, catalog), down: [] };
  if (diffCatalogs(empty, catalog).length === 0) return { steps: [], doubt: null, findings };
  const proof = await prove(draft, {
    shadow: () => nothing.clone(),
    from: empty,
    to: catalog,
    plan,
    ways: ['up'],
    ...(signal && { signal }),
  });
  return { steps: proof.plan.up, doubt: proof.doubt, findings };
}
