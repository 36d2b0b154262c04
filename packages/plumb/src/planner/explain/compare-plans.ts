import type { Finding, Location } from '../../contract/finding.ts';
import planImprovement from '../../rules/plans/plan-improvement.ts';
import planRegression from '../../rules/plans/plan-regression.ts';
import { figure, percent } from '../findings/figures.ts';
import { unlike } from './plan-shape.ts';

/** A query as it is planned before something changes, and after. */
export interface ComparedQuery {
  readonly sql: string;
  readonly location: Location | null;
  /** How often it is run, where a profile tells; 1 for each where none does. */
  readonly calls: number;
  readonly before: PlannedCost | null;
  /** Null where it can no longer be planned. */
  readonly after: PlannedCost | null;
}

export interface PlannedCost {
  readonly cost: number;
  readonly shape: readonly string[];
}

interface Thresholds {
  /** How many times dearer a query may become. */
  readonly factor: number;
  /** Costs below that are never worth a word. */
  readonly least: number;
}

const usualThresholds: Thresholds = { factor: 1.5, least: 50 };

export interface WorkloadCost {
  readonly before: number;
  readonly after: number;
}

/** What all queries cost together, each as often as it is run. */
export function workloadCost(queries: readonly ComparedQuery[]): WorkloadCost {
  const both = queries.filter(({ before, after }) => before !== null && after !== null);
  const sum = (when: 'before' | 'after') => both.reduce((all, each) => all + each.calls * (each[when]?.cost ?? 0), 0);
  return { before: sum('before'), after: sum('after') };
}

/** Queries that become dearer, or cheaper, by enough to be told; `by` says what does it. */
export function comparedFindings(
  queries: readonly ComparedQuery[],
  by: string,
  { factor, least }: Thresholds = usualThresholds,
): readonly Finding[] {
  const whole = workloadCost(queries);
  const found = queries.flatMap((query): readonly Finding[] => {
    const { before, after } = query;
    if (before === null || after === null) return [];
    const ratio = (after.cost + 1) / (before.cost + 1);
    if (Math.abs(after.cost - before.cost) < least) return [];
    if (ratio >= factor) return [findingOf(query, before, after, { by, whole, worse: true, ratio })];
    return ratio <= 1 / factor ? [findingOf(query, before, after, { by, whole, worse: false, ratio })] : [];
  });
  return found.toSorted((one, other) => weightOf(other) - weightOf(one));
}

interface Judgement {
  readonly by: string;
  readonly whole: WorkloadCost;
  readonly worse: boolean;
  readonly ratio: number;
}

function findingOf(
  { sql, location, calls }: ComparedQuery,
  before: PlannedCost,
  after: PlannedCost,
  { by, whole, worse, ratio }: Judgement,
): Finding {
  const [gone, come] = [unlike(before.shape, after.shape), unlike(after.shape, before.shape)];
  const place = location === null ? shortened(sql) : `${location.file}:${location.line}`;
  const instead =
    gone.length === 0 && come.length === 0
      ? ''
      : `: ${telling(come) ?? 'less'} instead of ${telling(gone) ?? 'what was there'}`;
  const rule = worse ? planRegression : planImprovement;
  const share = (calls * Math.abs(after.cost - before.cost)) / Math.max(1, whole.before);
  return {
    id: rule.id,
    severity: worse && (ratio >= 10 || share >= 0.2) ? 'error' : rule.severity,
    title: rule.title,
    message: `With ${by}, ${place} goes from ${figure(before.cost)} to ${figure(after.cost)}${instead}. That is ${percent(share)} ${worse ? 'more' : 'less'} for the whole workload.`,
    why: rule.why,
    todo: rule.todo,
    fix: null,
    location,
    objects: [],
    evidence: {
      sql,
      calls,
      cost: { before: before.cost, after: after.cost },
      share,
      plan: { before: before.shape, after: after.shape },
    },
  };
}

/** The line that tells most: one that names an index, else one that reads a table. */
function telling(lines: readonly string[]): string | undefined {
  return (
    lines.find((line) => / using |^Bitmap Index/.test(line)) ?? lines.find((line) => / Scan on /.test(line)) ?? lines[0]
  );
}

function weightOf({ id, evidence }: Finding): number {
  const share = typeof evidence.share === 'number' ? evidence.share : 0;
  return id === planRegression.id ? share + 1 : share - 1e9;
}

function shortened(sql: string): string {
  const line = sql.trim().replaceAll(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
