import type { ProjectDiff } from '../project/schema/diff-project.ts';
import { migrationOf } from '../project/schema/migration-of.ts';
import { refusalData } from '../project/schema/refusal-data.ts';
import type { CommandResult } from './command.ts';

/** What `plumb diff` answers: the SQL, or why there is none. */
export function diffAnswer(
  found: ProjectDiff,
  { down, exitCode }: { readonly down: boolean; readonly exitCode: boolean },
): CommandResult {
  const { from, to, postgres, refusal } = found;
  const { findings, ...migration } = migrationOf(found);
  return {
    data: { from, to, postgres, refusal: refusal === null ? null : refusalData(refusal), ...migration },
    piped: true,
    ok: refusal === null && (migration.equal || !exitCode),
    findings,
    text: () => {
      if (refusal !== null) return '';
      if (migration.equal) return `-- ${from} and ${to} are equal.`;
      return down ? migration.down : migration.up;
    },
  };
}
