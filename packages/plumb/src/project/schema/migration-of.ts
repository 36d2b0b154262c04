import type { Finding } from '../../contract/finding.ts';
import type { Step } from '../../plan/plan.ts';
import { planSql } from '../../plan/plan-sql.ts';
import type { SchemaDiff } from './diff-schemas.ts';
import { refusalFindings } from './refusal-findings.ts';

/** A migration as it is given out: nothing of it where it was refused, and then findings say why. */
export interface GivenMigration {
  /** Whether there is nothing to migrate. */
  readonly equal: boolean;
  readonly up: string;
  readonly down: string;
  readonly steps: readonly Step[];
  readonly downSteps: readonly Step[];
  readonly findings: readonly Finding[];
}

export function migrationOf({ plan, refusal, findings }: SchemaDiff): GivenMigration {
  const { up, down } = refusal === null ? plan : { up: [], down: [] };
  return {
    equal: refusal === null && up.length === 0 && down.length === 0,
    up: planSql(up),
    down: planSql(down),
    steps: up,
    downSteps: down,
    findings: [...findings, ...(refusal === null ? [] : refusalFindings(refusal))],
  };
}
