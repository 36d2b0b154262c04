import { Problem } from '../contract/problem.ts';
import type { ProjectCheck, ProjectCheckRequest } from '../project/check/check-project.ts';
import { renderProjectCheck } from '../report/check/project-check-text.ts';
import type { ReportFormat } from '../report/check/render-report.ts';
import type { CheckFile } from './check-files.ts';
import type { CommandResult } from './command.ts';
import { toProblem } from './to-problem.ts';

export interface CheckFace {
  readonly format: ReportFormat | 'text' | 'json';
  readonly failOn: 'error' | 'warning' | 'never';
  /** Files that get the answer, too. */
  readonly files: readonly CheckFile[];
}

/** Checks, and answers in the formats that were asked for; also why it could not be checked. */
export async function checkAnswer(request: ProjectCheckRequest, face: CheckFace): Promise<CommandResult> {
  const { checkProject } = await import('../project/check/check-project.ts');
  try {
    const check = await checkProject(request);
    const answer = plainAnswer(check, face.failOn);
    return { ...answer, ...(await inFormats(answer, { check, problem: null }, request, face)) };
  } catch (error) {
    request.signal.throwIfAborted();
    const problem = error instanceof Problem ? error : toProblem(error);
    const answer = { data: null, findings: [], ok: false, text: () => '' };
    const formats = await inFormats(answer, { check: null, problem }, request, face);
    return { ...answer, ...formats, failure: { problem } };
  }
}

function plainAnswer(check: ProjectCheck, failOn: CheckFace['failOn']) {
  const { migrations, schema, queries, plans, baseline, findings, sources } = check;
  const first = migrations ?? schema;
  const checked = first === null ? queries : queries === null ? first : { ...first, queries };
  const more = { ...(plans === null ? {} : { plans }), ...(baseline === null ? {} : { baseline }) };
  return {
    data: Object.keys(more).length === 0 ? checked : { ...checked, ...more },
    findings,
    sources,
    ok: !findings.some(({ severity }) => severity === failOn || (severity === 'error' && failOn === 'warning')),
    text: (look: Parameters<CommandResult['text']>[0]) => renderProjectCheck(check, look),
  };
}

interface Told {
  readonly check: ProjectCheck | null;
  readonly problem: Problem | null;
}

/** Writes the files that were asked for; what goes to stdout, if it isn't the text. */
async function inFormats(
  { data, findings = [], ok = true }: CommandResult,
  { check, problem }: Told,
  request: ProjectCheckRequest,
  { format, files }: CheckFace,
): Promise<Pick<CommandResult, 'rendered'>> {
  if (files.length === 0 && !isReport(format)) return {};
  const { reportOf } = await import('./check-report.ts');
  const { renderReport } = await import('../report/check/render-report.ts');
  const { writeCheckFiles } = await import('./check-files.ts');
  const report = await reportOf(check, problem, request);
  await writeCheckFiles(files, { command: 'check', ok, data, findings, problem }, report);
  return isReport(format) ? { rendered: renderReport(report, format) } : {};
}

function isReport(format: CheckFace['format']): format is ReportFormat {
  return format !== 'text' && format !== 'json';
}
