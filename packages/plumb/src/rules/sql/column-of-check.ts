import type { Constraint } from 'libpg-query';
import { namesIn } from './alter-table.ts';
import { nodesOf } from './nodes-of.ts';

/** The column that PostgreSQL names a CHECK after: the only one in it. */
export function columnOfCheck({ raw_expr: expression }: Constraint): string | null {
  const columns = [...nodesOf(expression, 'ColumnRef')].flatMap(({ ColumnRef: { fields } }) =>
    namesIn(fields).slice(-1),
  );
  const [first, ...others] = new Set(columns);
  return first === undefined || others.length > 0 ? null : first;
}
