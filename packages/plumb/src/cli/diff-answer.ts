import type { Finding } from '../contract/finding.ts';
import type { ProjectDiff } from '../project/schema/diff-project.ts';
import { type GivenMigration, migrationOf } from '../project/schema/migration-of.ts';
import { type RefusalData, refusalData } from '../project/schema/refusal-data.ts';
import type { CommandResult } from './command.ts';

interface DiffData extends Omit<GivenMigration, 'findings'>, Pick<ProjectDiff, 'from' | 'to' | 'postgres'> {
  readonly refusal: RefusalData | null;
}

/** A difference as programs get it, and what is told of it besides. */
export function diffData(found: ProjectDiff): { readonly data: DiffData; readonly findings: readonly Finding[] } {
  const { from, to, postgres, refusal } = found;
  const { findings, ...migration } = migrationOf(found);
  return {
    data: { from, to, postgres, refusal: refusal === null ? null : refusalData(refusal), ...migration },
    findings,
  };
}

/** What `plumb diff` answers: the SQL, or why there is none. */
export function diffAnswer(
  found: ProjectDiff,
  { down, exitCode }: { readonly down: boolean; readonly exitCode: boolean },
): CommandResult {
  const { data, findings } = diffData(found);
  return {
    data,
    piped: true,
    ok: data.refusal === null && (data.equal || !exitCode),
    findings,
    text: () => {
      if (data.refusal !== null) return '';
      if (data.equal) return `-- ${data.from} and ${data.to} are equal.`;
      return down ? data.down : data.up;
    },
  };
}
