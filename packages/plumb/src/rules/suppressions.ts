import { locationAt, type PlacedStatement } from '@pgplumb/migrate/sql';
import type { Finding } from '../contract/finding.ts';
import { nearest } from '../postgres/connection/nearest.ts';
import type { SqlSource } from '../sql/source.ts';
import planImprovement from './plans/plan-improvement.ts';
import planRegression from './plans/plan-regression.ts';
import suppressionWithoutReason from './rehearsal/suppression-without-reason.ts';
import unusedSuppression from './rehearsal/unused-suppression.ts';
import { ruleIds } from './rule-ids.generated.ts';
import { findingOf } from './run-rules.ts';

/**
 * `-- plumb-ignore <rule>, <rule>: <reason>`, in TypeScript also behind `//`, above the statement that it is about, in it, or
 * behind it. Each of its rules is one.
 */
export interface Suppression {
  readonly rule: string;
  readonly reason: string;
  readonly file: string;
  readonly line: number;
  /** The line of the next statement. */
  readonly column: number;
}

const mark =
  /(?:--|\/\/|\/\*)[^\S\r\n]*plumb-ignore\b[^\S\r\n]*([a-z0-9-]*(?:[^\S\r\n]*,[^\S\r\n]*[a-z0-9-]+)*)[^\S\r\n]*:?[^\S\r\n]*((?:(?!\*\/)[^\r\n])*)/gi;

export function suppressionsIn(source: SqlSource): readonly Suppression[] {
  return [...source.text.matchAll(mark)].flatMap(({ index, 0: whole, 1: rules = '', 2: reason = '' }) => {
    const { file, line, column } = locationAt(source, index, index + whole.length);
    return rules.split(',').map((rule) => ({ rule: rule.trim(), reason: reason.trim(), file, line, column }));
  });
}

/** A place that findings are about: a statement, from its comments to its end. */
export interface Span {
  readonly file: string;
  /** The line behind the statement before. */
  readonly from: number;
  readonly to: number;
}

/** Statements with the comments before them, in their order. */
export function spansOf(places: readonly Pick<PlacedStatement, 'source' | 'start' | 'end'>[]): readonly Span[] {
  const spans: Span[] = [];
  for (const { source, start, end } of places) {
    const { file, line, endLine = line } = locationAt(source, start, end);
    const before = spans.findLast((span) => span.file === file && span.to < line);
    spans.push({ file, from: before === undefined ? 1 : before.to + 1, to: endLine });
  }
  return spans;
}

/** Leaves out what people said is meant so. */
export function withoutMeant(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  spans: readonly Span[],
): readonly Finding[] {
  return findings.filter((finding) => !meantBy(finding, suppressions, spans).some(({ reason }) => reason !== ''));
}

/** The same, and tells of what they said in vain or without a reason. */
export function suppress(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  spans: readonly Span[],
): readonly Finding[] {
  const used = new Set(findings.flatMap((finding) => meantBy(finding, suppressions, spans)));
  const idle = suppressions.filter((each) => !used.has(each) && !ofPlans.has(each.rule));
  const bare = suppressions.filter((each) => used.has(each) && each.reason === '');
  return [...withoutMeant(findings, suppressions, spans), ...bare.map(withoutReason), ...idle.map(unused)];
}

/** Told with a profile only, so that nobody else can say that they are suppressed in vain. */
const ofPlans: ReadonlySet<string> = new Set([planRegression.id, planImprovement.id]);

/** What is said of a finding in its span. */
function meantBy(
  { id, location }: Finding,
  suppressions: readonly Suppression[],
  spans: readonly Span[],
): readonly Suppression[] {
  const said = location === null ? [] : suppressions.filter(({ rule, file }) => rule === id && file === location.file);
  if (location === null || said.length === 0) return [];
  const span = spans.find(
    ({ file, from, to }) => file === location.file && from <= location.line && location.line <= to,
  );
  return said.filter(({ line }) => span !== undefined && span.from <= line && line <= span.to);
}

function withoutReason({ rule, file, line, column }: Suppression): Finding {
  const message = `plumb-ignore ${rule} says no reason, so it counts for nothing.`;
  return findingOf(suppressionWithoutReason, { message }, { file, line, column });
}

function unused({ rule, file, line, column }: Suppression): Finding {
  const message = `plumb-ignore ${rule} stands where ${rule === '' ? 'no rule is named' : inVain(rule)}.`;
  return findingOf(unusedSuppression, { message }, { file, line, column });
}

function inVain(rule: string): string {
  if (ruleIds.some((id) => id === rule)) return `${rule} finds nothing`;
  const [near] = nearest(rule, ruleIds);
  return `no rule is called so${near === undefined ? '' : `: perhaps ${near} is meant`}`;
}
