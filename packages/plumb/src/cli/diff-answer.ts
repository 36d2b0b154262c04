import { planSql } from '../plan/plan-sql.ts';
import type { ProjectDiff } from '../project/schema/diff-project.ts';
import { refusalData } from '../project/schema/refusal-data.ts';
import { refusalFindings } from '../project/schema/refusal-findings.ts';
import type { CommandResult } from './command.ts';

/** What `plumb diff` answers: the SQL, or why there is none. */
export function diffAnswer(
  { plan, refusal, findings, from, to, postgres }: ProjectDiff,
  { down, exitCode }: { readonly down: boolean; readonly exitCode: boolean },
): CommandResult {
  const equal = refusal === null && plan.up.length === 0 && plan.down.length === 0;
  const given = refusal === null ? plan : { up: [], down: [] };
  const data = {
    from,
    to,
    postgres,
    equal,
    refusal: refusal === null ? null : refusalData(refusal),
    up: planSql(given.up),
    down: planSql(given.down),
    steps: given.up,
    downSteps: given.down,
  };
  return {
    data,
    piped: true,
    ok: refusal === null && (equal || !exitCode),
    findings: [...findings, ...(refusal === null ? [] : refusalFindings(refusal))],
    text: () => {
      if (refusal !== null) return '';
      return equal ? `-- ${from} and ${to} are equal.` : down ? data.down : data.up;
    },
  };
}
