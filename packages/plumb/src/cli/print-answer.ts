import type { Problem } from '../contract/problem.ts';
import { renderEnvelope } from '../report/envelope-json.ts';
import { renderFindings } from '../report/finding-text.ts';
import type { Look } from '../report/look.ts';
import { renderProblem } from '../report/problem-text.ts';
import { renderSqlProblem } from '../report/sql-problem-text.ts';
import { SqlProblem } from '../sql/sql-problem.ts';
import type { CommandResult } from './command.ts';
import { exitCodeOf } from './interruption.ts';
import type { Output } from './output.ts';
import { stackOf, toProblem } from './to-problem.ts';

/** How a command ended: with a result, or with what was thrown. */
export interface Ending {
  readonly command: string;
  readonly result?: CommandResult;
  readonly error?: unknown;
}

export interface Paper {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly look: Look;
  readonly errorLook: Look;
  readonly json: boolean;
  /** Shows the stack of what is plumb's own fault. */
  readonly debug: boolean;
}

/** Prints how a command ended and gives the exit code: 0 fine, 1 the answer is no, 2 could not run. */
export function printAnswer(ending: Ending, paper: Paper): number {
  const { command, result } = ending;
  const failure = result?.failure;
  const thrown = failure?.problem ?? ending.error;
  const problem = result !== undefined && failure === undefined ? null : toProblem(thrown);
  const ok = problem === null && result?.ok !== false;
  if (paper.json) {
    const envelope = { command, ok, data: result?.data, findings: result?.findings ?? [], problem };
    print(paper.stdout, renderEnvelope(envelope, paper.stdout.stream.isTTY === true));
  } else {
    if (result !== undefined) printResult(result, paper);
    if (problem !== null) print(paper.stderr, failure?.text?.(paper.errorLook) ?? problemText(thrown, paper.errorLook));
  }
  if (problem?.code === 'INTERNAL' && paper.debug) print(paper.stderr, stackOf(problem));
  return exitCode(ok, problem);
}

/** What went wrong, for people. */
export function problemText(thrown: unknown, look: Look): string {
  return thrown instanceof SqlProblem ? renderSqlProblem(thrown, look) : renderProblem(toProblem(thrown), look);
}

/** What a command answers, for people. */
export function resultText(result: CommandResult, look: Look): string {
  const findings = renderFindings(result.findings ?? [], look, result.sources);
  return [result.text(look), findings].filter((part) => part !== '').join('\n\n');
}

function printResult(result: CommandResult, { stdout, stderr, look, errorLook }: Paper): void {
  if (result.rendered !== undefined) {
    print(stdout, result.rendered);
    return;
  }
  if (result.piped) {
    print(stdout, result.text(look));
    print(stderr, renderFindings(result.findings ?? [], errorLook));
    return;
  }
  print(stdout, resultText(result, look));
}

function exitCode(ok: boolean, problem: Problem | null): number {
  // At a question, Ctrl-C is a key and no signal.
  if (problem !== null) return problem.code === 'INTERRUPTED' ? exitCodeOf('SIGINT') : 2;
  return ok ? 0 : 1;
}

function print(output: Output, text: string): void {
  if (text !== '') void output.write(`${text}\n`);
}
