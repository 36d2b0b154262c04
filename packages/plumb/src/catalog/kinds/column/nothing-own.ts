import type { ColumnFacts } from './column-facts.ts';

/** An inherited column that has nothing of its own. */
export function nothingOwn(facts: ColumnFacts): ColumnFacts {
  return {
    ...facts,
    notNull: null,
    storage: null,
    compression: null,
    statistics: null,
    options: {},
    foreignOptions: {},
  };
}
