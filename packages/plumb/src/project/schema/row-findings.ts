import { errorMessage } from '../../contract/error-message.ts';
import type { Finding } from '../../contract/finding.ts';
import type { StepFailure } from '../../rehearsal/run-steps.ts';
import type { Filled } from '../../rehearsal/sample/fill-tables.ts';

/** What a proof's rows tell: which tables had none, and which step some of them broke. */
export function rowFindings(filled: Filled | null, broken: StepFailure | null): readonly Finding[] {
  const common = { fix: null, location: null } as const;
  const findings: Finding[] = [];
  if (broken !== null) {
    const said = errorMessage(broken.error);
    findings.push({
      ...common,
      id: 'rows-may-break-it',
      severity: 'warning',
      title: 'The migration can fail on rows',
      message: `It failed on rows that plumb had invented: ${said}`,
      why: 'Rows of yours may be like them. Look for such rows before you migrate; the plan was proven without any.',
      objects: [],
      evidence: { sql: broken.step.sql },
    });
  }
  const empty = filled?.empty ?? [];
  if (empty.length > 0) {
    const tables = empty.map(({ table }) => table);
    findings.push({
      ...common,
      id: 'proven-without-rows',
      severity: 'info',
      title: 'Some tables were empty in the proof',
      message: `No rows were found that satisfy ${tables.length === 1 ? 'the table' : 'the tables'} ${tables.join(', ')}.`,
      why: 'What the migration does to rows of theirs was not seen.',
      objects: tables,
      evidence: { reasons: Object.fromEntries(empty.map(({ table, reason }) => [table, reason])) },
    });
  }
  return findings;
}
