import { locationAt } from '@pgplumb/migrate/sql';
import type { Finding } from '../contract/finding.ts';
import type { SqlSource } from '../sql/source.ts';
import suppressionWithoutReason from './rehearsal/suppression-without-reason.ts';
import unusedSuppression from './rehearsal/unused-suppression.ts';
import { findingOf } from './run-rules.ts';

/** `-- plumb-ignore <rule>: <reason>`, above the statement that it is about, or behind it. */
export interface Suppression {
  readonly rule: string;
  readonly reason: string;
  readonly file: string;
  readonly line: number;
  /** The line of the next statement. */
  readonly column: number;
}

const mark = /--[^\S\r\n]*plumb-ignore\b[^\S\r\n]*([a-z0-9-]*)[^\S\r\n]*:?[^\S\r\n]*([^\r\n]*)/gi;

export function suppressionsIn(source: SqlSource): readonly Suppression[] {
  return [...source.text.matchAll(mark)].map(({ index, 0: whole, 1: rule = '', 2: reason = '' }) => {
    const { file, line, column } = locationAt(source, index, index + whole.length);
    return { rule, reason: reason.trim(), file, line, column };
  });
}

/** A place that findings are about: a statement, from its comments to its end. */
export interface Span {
  readonly file: string;
  /** The line behind the statement before. */
  readonly from: number;
  readonly to: number;
}

/** Leaves out what people said is meant so, and tells of what they said in vain or without a reason. */
export function suppress(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  spans: readonly Span[],
): readonly Finding[] {
  const used = new Set<Suppression>();
  const left = findings.filter((finding) => {
    const { location } = finding;
    if (location === null) return true;
    const span = spans.find(
      ({ file, from, to }) => file === location.file && from <= location.line && location.line <= to,
    );
    const found = suppressions.filter(
      ({ rule, file, line }) =>
        rule === finding.id && file === location.file && span !== undefined && span.from <= line && line <= span.to,
    );
    for (const each of found) used.add(each);
    return !found.some(({ reason }) => reason !== '');
  });
  const idle = suppressions.filter((each) => !used.has(each));
  const bare = suppressions.filter((each) => used.has(each) && each.reason === '');
  return [...left, ...bare.map(withoutReason), ...idle.map(unused)];
}

function withoutReason({ rule, file, line, column }: Suppression): Finding {
  const message = `plumb-ignore ${rule} says no reason, so it counts for nothing.`;
  return findingOf(suppressionWithoutReason, { message }, { file, line, column });
}

function unused({ rule, file, line, column }: Suppression): Finding {
  const message = `plumb-ignore ${rule} stands where ${rule === '' ? 'no rule is named' : `${rule} finds nothing`}.`;
  return findingOf(unusedSuppression, { message }, { file, line, column });
}
