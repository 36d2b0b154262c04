import type { Rehearsal, RehearsedStep } from '../rehearsal/rehearse/rehearsal.ts';
import { blockedBy } from '../rehearsal/watch/observation.ts';
import { splitStatements } from '../sql/split-statements.ts';
import { estimate } from './estimate.ts';
import type { MigrationView, StepView } from './rule.ts';

/** A rehearsal as rules look at it. */
export async function viewOf(
  { before, migrations }: Rehearsal,
  { major, sizes }: Pick<MigrationView, 'major' | 'sizes'>,
): Promise<MigrationView> {
  const steps: StepView[] = [];
  for (const each of migrations.flatMap((migration) => migration.steps)) {
    const earlier = steps.filter((step) => sharesTransaction(step, each));
    const { observation } = each;
    steps.push({
      ...each,
      tree: await treeOf(each.sql),
      earlier,
      blocks: observation === null ? [] : blockedBy(observation),
      seconds: observation === null ? null : estimate(observation, sizes),
    });
  }
  return { major, before, migrations, steps, sizes };
}

function sharesTransaction(one: RehearsedStep, other: RehearsedStep): boolean {
  return one.version === other.version && one.transaction !== null && one.transaction === other.transaction;
}

async function treeOf(sql: string): Promise<StepView['tree']> {
  const { statements } = await splitStatements({ name: 'statement', text: sql });
  return statements?.[0]?.tree ?? null;
}
