import type { Catalog } from '../catalog/catalog-object.ts';
import type { MigrationView, StepView } from './rule.ts';

/** The statements of a step's migration, it itself among them. */
export function migrationSteps({ steps }: MigrationView, { version }: StepView): readonly StepView[] {
  return steps.filter((each) => each.version === version);
}

/** The state that a step's migration leads to; null where it fails. */
export function stateAfter({ migrations }: MigrationView, { version }: StepView): Catalog | null {
  return migrations.find((each) => each.version === version)?.after ?? null;
}
