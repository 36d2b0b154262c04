import type { Problem } from '../contract/problem.ts';
import type { ProjectCheck, ProjectCheckRequest } from '../project/check/check-project.ts';
import { knownRules } from '../project/check/known-rules.ts';
import { pathsInRepository, placedFindings } from '../project/check/placed-findings.ts';
import type { CheckReport } from '../report/check/check-report.ts';
import { coverageLines } from '../report/check/project-check-text.ts';

/** What was checked, with paths as the repository has them. */
export async function reportOf(
  check: ProjectCheck | null,
  problem: Problem | null,
  request: ProjectCheckRequest,
): Promise<CheckReport> {
  const pathOf = await pathsInRepository(request);
  const steps = check?.migrations?.steps ?? [];
  return {
    findings: check === null ? [] : placedFindings(check.findings, check.sources, pathOf),
    steps,
    coverage: check === null ? [] : coverageLines(check),
    problem,
    rules: knownRules().flatMap(({ rules }) => rules),
    anyFile: pathOf(steps.at(-1)?.file ?? request.files[0] ?? 'package.json'),
  };
}
