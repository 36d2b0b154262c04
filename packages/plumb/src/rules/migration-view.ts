import { loadModule } from 'libpg-query';
import type { Rehearsal, RehearsedStep } from '../rehearsal/rehearse/rehearsal.ts';
import { blockedBy } from '../rehearsal/watch/observation.ts';
import { isTree, treeOf } from '../sql/tree-of.ts';
import { estimate } from './estimate.ts';
import type { MigrationView, StepView } from './rule.ts';

/** A rehearsal as rules look at it. */
export async function viewOf(
  { before, migrations }: Pick<Rehearsal, 'before' | 'migrations'>,
  { major, sizes }: Pick<MigrationView, 'major' | 'sizes'>,
): Promise<MigrationView> {
  await loadModule();
  const steps: StepView[] = [];
  for (const each of migrations.flatMap((migration) => migration.steps)) {
    const earlier = steps.filter((step) => sharesTransaction(step, each));
    const { observation } = each;
    const tree = treeOf(each.statement);
    steps.push({
      ...each,
      tree: isTree(tree) ? tree : null,
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
