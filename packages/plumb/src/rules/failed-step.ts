import type { MigrationView, StepView } from './rule.ts';

/** What PostgreSQL refused, and where. */
export interface FailedStep {
  readonly step: StepView;
  readonly message: string;
  readonly detail: string | null;
  readonly sqlstate: string | null;
  /** Only rows were in its way. */
  readonly onRows: boolean;
  /** Whether plumb had invented them. */
  readonly invented: boolean;
}

export function failedStep({ migrations, steps }: MigrationView): FailedStep | null {
  const failed = migrations.find(({ failure }) => failure !== null);
  if (failed?.failure == null) return null;
  const { onRows, invented, placed } = failed.failure;
  const { message, detail, sqlstate, location } = placed.fault;
  const own = steps.filter(({ version }) => version === failed.version);
  const step = onRows
    ? own.findLast(({ line }) => line <= (location?.line ?? 0))
    : own.find(({ observation }) => observation === null);
  return step === undefined ? null : { step, message, detail, sqlstate, onRows, invented };
}
