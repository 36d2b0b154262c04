import type { Look } from '../look.ts';
import { renderCheck, type ShownCheck } from './check-text.ts';
import {
  baselineCoverage,
  migrationCoverage,
  planCoverage,
  queryCoverage,
  type ShownBaseline,
  type ShownPlans,
  type ShownQueries,
  type ShownSchema,
  schemaCoverage,
} from './coverage.ts';

export interface ShownProjectCheck {
  readonly migrations: ShownCheck | null;
  readonly schema: ShownSchema | null;
  readonly queries: ShownQueries | null;
  readonly plans?: ShownPlans | null;
  readonly baseline?: ShownBaseline | null;
}

const nothing = 'Nothing has changed that could be checked.';

/** The steps of migrations, and what was checked besides. */
export function renderProjectCheck(
  { migrations, schema, queries, plans = null, baseline = null }: ShownProjectCheck,
  look: Look,
): string {
  const parts = [
    ...(migrations === null ? [] : [renderCheck(migrations, look)]),
    ...(schema === null ? [] : [look.muted(schemaCoverage(schema))]),
    ...(queries === null ? [] : [look.muted(queryCoverage(queries))]),
    ...(plans === null ? [] : [look.muted(planCoverage(plans))]),
    ...(baseline === null ? [] : baselineCoverage(baseline).map(look.muted)),
  ];
  return parts.length === 0 ? nothing : parts.join('\n');
}

/** What was checked, and what could not be, line by line. */
export function coverageLines({
  migrations,
  schema,
  queries,
  plans = null,
  baseline = null,
}: ShownProjectCheck): readonly string[] {
  const lines = [
    ...(migrations === null ? [] : [migrationCoverage(migrations)]),
    ...(schema === null ? [] : [schemaCoverage(schema)]),
    ...(queries === null ? [] : [queryCoverage(queries)]),
    ...(plans === null ? [] : [planCoverage(plans)]),
    ...(baseline === null ? [] : baselineCoverage(baseline)),
  ];
  return lines.length === 0 ? [nothing] : lines;
}
