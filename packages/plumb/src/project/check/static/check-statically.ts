import type { Finding } from '../../../contract/finding.ts';
import type { RehearsedMigration } from '../../../rehearsal/rehearse/rehearsal.ts';
import { judgedByText } from '../../../rules/judged-by-text.ts';
import { askedRules, atLevels } from '../../../rules/levels.ts';
import { viewOf } from '../../../rules/migration-view.ts';
import { migrationRules, schemaRules } from '../../../rules/registry.ts';
import type { MigrationView } from '../../../rules/rule.ts';
import { findInMigrations } from '../../../rules/run-rules.ts';
import type { Check, CheckRequest } from '../check-migrations.ts';
import { checkedStep } from '../checked-step.ts';
import { madeFindings } from '../made-findings.ts';
import { pendingOf } from '../pending-of.ts';
import { rehearsalFindings } from '../rehearsal-findings.ts';
import { withoutSuppressed } from '../without-suppressed.ts';
import { staticGround } from './static-ground.ts';

/** Says what pending migrations would do from their text, without a server. */
export async function checkStatically(request: CheckRequest): Promise<Check> {
  const { settings, pending } = await pendingOf(request);
  const { levels, major } = settings;
  const { signal, progress } = request;
  const given = request.base !== undefined || pending.base.type === 'migrations';
  const ground = await staticGround(pending.base, { major, given, signal });
  const { prediction } = ground;
  const asked = askedRules(migrationRules, levels);
  const migrations: RehearsedMigration[] = [];
  const steps: MigrationView['steps'][number][] = [];
  const found: Finding[] = [];
  const shape = { major: ground.major, sizes: null };
  for (const [at, migration] of pending.migrations.entries()) {
    signal.throwIfAborted();
    if (at % 100 === 0) progress({ message: 'Reading migrations', done: at, total: pending.migrations.length });
    const predicted = prediction.migrate(migration);
    // rules ask for the state behind it while the next one has not changed it
    const view = await viewOf({ before: prediction.before, migrations: [predicted] }, shape);
    const told = findInMigrations(asked, view);
    found.push(...told, ...rehearsalFindings({ migrations: [predicted], empty: [] }, told));
    migrations.push(predicted);
    steps.push(...view.steps);
  }
  const last = migrations.slice(-1).map((each) => ({ ...each, after: prediction.after }));
  const whole = { ...shape, before: prediction.before, migrations: last, steps };
  const made = await madeFindings(whole, levels, schemaRules.filter(judgedByText));
  return {
    checked: {
      migrations: pending.migrations.map(({ version }) => version),
      because: pending.because,
      base: ground.label,
      unread: prediction.unread.length,
    },
    postgres: null,
    steps: steps.map(checkedStep),
    findings: atLevels(withoutSuppressed([...found, ...made], whole), levels),
  };
}
