import type { Migration } from '@pgplumb/migrate';
import type { Finding } from '../../../contract/finding.ts';
import type { ProgressListener } from '../../../contract/progress.ts';
import type { Prediction } from '../../../prediction/prediction.ts';
import type { RehearsedMigration } from '../../../rehearsal/rehearse/rehearsal.ts';
import { judgedByText } from '../../../rules/judged-by-text.ts';
import { askedRules, atLevels, type Levels } from '../../../rules/levels.ts';
import { viewOf } from '../../../rules/migration-view.ts';
import { migrationRules, schemaRules } from '../../../rules/registry.ts';
import type { StepView } from '../../../rules/rule.ts';
import { findInMigrations } from '../../../rules/run-rules.ts';
import { madeFindings } from '../made-findings.ts';
import { rehearsalFindings } from '../rehearsal-findings.ts';
import { withoutSuppressed } from '../without-suppressed.ts';

interface Judging {
  readonly major: number;
  readonly levels: Levels;
  readonly signal?: AbortSignal;
  readonly progress?: ProgressListener;
}

/** What rules say of migrations as their text predicts them. */
export async function judgeMigrations(
  pending: readonly Migration[],
  prediction: Prediction,
  { major, levels, signal, progress }: Judging,
): Promise<{ readonly steps: readonly StepView[]; readonly findings: readonly Finding[] }> {
  const asked = askedRules(migrationRules.filter(judgedByText), levels);
  const shape = { major, sizes: null };
  const migrations: RehearsedMigration[] = [];
  const steps: StepView[] = [];
  const found: Finding[] = [];
  for (const [at, migration] of pending.entries()) {
    signal?.throwIfAborted();
    if (at % 100 === 0) progress?.({ message: 'Reading migrations', done: at, total: pending.length });
    const predicted = prediction.migrate(migration);
    // rules ask for the state behind it while the next one has not changed it
    const view = await viewOf({ before: prediction.before, migrations: [predicted] }, shape);
    const told = findInMigrations(asked, view);
    found.push(...told, ...rehearsalFindings({ migrations: [predicted], empty: [] }, told));
    migrations.push(predicted);
    steps.push(...view.steps);
  }
  const last = migrations.slice(-1).filter(({ failure }) => failure === null);
  const led = last.map((each) => ({ ...each, after: prediction.after }));
  const whole = { ...shape, before: prediction.before, migrations: led, steps };
  const made = await madeFindings(whole, levels, schemaRules.filter(judgedByText));
  return { steps, findings: atLevels(withoutSuppressed([...found, ...made], whole), levels) };
}
