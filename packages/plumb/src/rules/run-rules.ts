import { endOfToken, locationAt } from '@pgplumb/migrate/sql';
import type { Finding } from '../contract/finding.ts';
import type {
  Example,
  MigrationReport,
  MigrationRule,
  MigrationView,
  QueryRule,
  QueryView,
  Report,
  Rule,
  SchemaRule,
  SchemaView,
} from './rule.ts';

/** What rules find in rehearsed migrations, one finding for each cause. */
export function findInMigrations(rules: readonly MigrationRule[], view: MigrationView): readonly Finding[] {
  const found = rulesFor(rules, view.major).flatMap((rule) =>
    [...rule.check(view)].map((report) => ({ rule, report, subject: report.step ?? report.migration ?? null })),
  );
  return withoutLesser(found)
    .filter((each, at, all) => all.findIndex((other) => saysSame(each, other)) === at)
    .map(({ rule, report }) => findingOf(rule, report, placeOf(report)));
}

/** Of a statement that asks for the same twice, as for two CHECKs. */
function saysSame<R extends Rule, P extends Report>(one: Found<R, P>, other: Found<R, P>): boolean {
  return one.rule === other.rule && one.subject === other.subject && one.report.message === other.report.message;
}

export function findInSchema(rules: readonly SchemaRule[], view: SchemaView): readonly Finding[] {
  const found = rulesFor(rules, view.major).flatMap((rule) =>
    [...rule.check(view)].map((report) => ({ rule, report, subject: (report.objects ?? []).join() })),
  );
  return withoutLesser(found).map(({ rule, report }) => findingOf(rule, report, null));
}

/** Finds in one query; `locate` says where a part of its text is. */
export function findInQuery(
  rules: readonly QueryRule[],
  view: QueryView,
  locate: (from: number, to: number) => Finding['location'] = placeIn(view),
): readonly Finding[] {
  const { text } = view.statement;
  const found = rulesFor(rules, view.catalog.major).flatMap((rule) =>
    [...rule.check(view)].map((report) => ({ rule, report, subject: report.at ?? 0 })),
  );
  return withoutLesser(found).map(({ rule, report }) => {
    const from = report.at === undefined ? 0 : Buffer.from(text).toString('utf8', 0, report.at).length;
    const to = report.at === undefined ? text.length : endOfToken(text, from);
    return findingOf(rule, report, locate(from, to));
  });
}

function placeIn({ statement: { source, start } }: QueryView): (from: number, to: number) => Finding['location'] {
  return (from, to) => locationAt(source, start + from, start + to);
}

interface Found<R extends Rule, P extends Report> {
  readonly rule: R;
  readonly report: P;
  /** What it is about. */
  readonly subject: unknown;
}

/** A rule that says more of the same thing speaks alone. */
function withoutLesser<R extends Rule, P extends Report>(found: readonly Found<R, P>[]): readonly Found<R, P>[] {
  return found.filter(({ rule, report, subject }) => {
    const others = found.filter((other) => other.rule !== rule && other.subject === subject).map((other) => other.rule);
    const isSaidBetter = rule.fallback === true && others.some(({ group }) => group === rule.group);
    if (report.guessed === true && others.length > 0) return false;
    return !isSaidBetter && !others.some(({ over }) => over?.includes(rule.id));
  });
}

function rulesFor<R extends Rule>(rules: readonly R[], major: number): readonly R[] {
  return rules.filter(({ since = 0 }) => since <= major);
}

function placeOf({ step, place = step?.statement }: MigrationReport): Finding['location'] {
  if (place === undefined) return null;
  const { source, start, end } = place;
  return locationAt(source, start, end);
}

/** A rule's words, with what it found and where. */
export function findingOf(rule: Rule, report: Report, location: Finding['location']): Finding {
  const { id, severity, title, why, todo } = rule;
  return {
    id,
    severity: report.severity ?? severity,
    title,
    message: report.message,
    why,
    todo,
    fix: report.fix ?? null,
    location,
    objects: report.objects ?? [],
    evidence: report.evidence ?? {},
  };
}

/** Whether an example is of servers of a major. */
export function holdsFor({ majors }: Example, { since = 0 }: Rule, major: number): boolean {
  return majors === undefined ? since <= major : majors.includes(major);
}
