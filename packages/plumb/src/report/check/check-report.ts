import type { Finding } from '../../contract/finding.ts';
import type { Problem } from '../../contract/problem.ts';
import { countedFindings } from '../counted-findings.ts';
import type { ToldRule } from './rules-text.ts';
import type { ShownStep } from './step-words.ts';

/** What `plumb check` answers, as formats for other systems tell it. */
export interface CheckReport {
  readonly findings: readonly KnownFinding[];
  readonly steps: readonly ShownStep[];
  /** What was checked, and what could not be, in lines. */
  readonly coverage: readonly string[];
  /** Why it could not be checked. */
  readonly problem: Pick<Problem, 'code' | 'message' | 'hint'> | null;
  /** What rules say of themselves. */
  readonly rules: readonly Pick<ToldRule, 'id' | 'group' | 'bad' | 'good'>[];
  /** The file that stands for what is about none. */
  readonly anyFile: string;
}

export interface KnownFinding extends Finding {
  /** Equal as long as the text that it is about is. */
  readonly fingerprint: string;
}

/** The one line that says how it went. */
export function headlineOf({ findings, problem }: Pick<CheckReport, 'findings' | 'problem'>): string {
  if (problem !== null) return 'plumb check could not run';
  return `plumb check: ${countedFindings(findings) || 'nothing found'}`;
}
