import type { RangeVar } from 'libpg-query';
import type { Catalog } from '../../catalog/catalog-object.ts';
import { isTable } from '../../catalog/kinds/table/table-facts.ts';
import type { Report, StepView } from '../rule.ts';
import { outsideOfTransaction } from './sections.ts';
import { seenName } from './seen-name.ts';

/** CREATE INDEX and the like with CONCURRENTLY; none for a partitioned table, which PostgreSQL refuses. */
export function builtConcurrently(
  { sql, observation }: StepView,
  relation: RangeVar,
  before: Catalog,
): { readonly fix?: NonNullable<Report['fix']> } {
  const table = seenName(observation?.locks ?? {}, relation);
  const written = sql.replace(/^create\s+(?:unique\s+)?index\b/i, '$& CONCURRENTLY');
  if (table === null || written === sql || isPartitioned(before, table)) return {};
  return {
    fix: {
      description: 'Build it while others read and write, outside of a transaction.',
      sql: outsideOfTransaction(written),
    },
  };
}

/** Whether a table is partitioned, by its name in observations. */
export function isPartitioned({ objects }: Catalog, name: string): boolean {
  return [...objects.values()].some(
    (object) =>
      isTable(object) && object.facts.partitionKey !== null && `${object.facts.schema}.${object.facts.name}` === name,
  );
}
