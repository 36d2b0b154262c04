import type { StepView } from '../../rules/rule.ts';
import type { CheckedStep } from './check-migrations.ts';

export function checkedStep({
  version,
  file,
  line,
  sql,
  transaction,
  observation,
  blocks,
  seconds,
}: StepView): CheckedStep {
  const nothing = { locks: {}, held: {}, rewrites: [], rebuilds: [], scans: [] };
  const { locks, held, rewrites, rebuilds, scans } = observation ?? nothing;
  const observed = observation !== null;
  return {
    migration: version,
    file,
    line,
    sql,
    transaction,
    observed,
    locks,
    held,
    rewrites,
    rebuilds,
    scans,
    blocks,
    seconds,
  };
}
