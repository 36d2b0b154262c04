import { parsePath } from '../catalog/identifier.ts';
import { isTable, tableId } from '../catalog/kinds/table/table-facts.ts';
import type { MigrationView, StepView } from './rule.ts';
import { nodesOf } from './sql/nodes-of.ts';
import { statementsWithin } from './sql/statements-within.ts';

/** Tables from before that a statement empties: those that it names, with what is part of them, and others. */
export function truncatedTables(
  { tree, observation }: StepView,
  { before }: MigrationView,
): { readonly named: readonly string[]; readonly others: readonly string[] } {
  const truncations = statementsWithin(tree).flatMap((each) => [...nodesOf(each, 'TruncateStmt')]);
  if (observation === null || truncations.length === 0) return { named: [], others: [] };
  const written = truncations.flatMap(({ TruncateStmt: { relations = [] } }) =>
    relations.flatMap((each) => ('RangeVar' in each ? [each.RangeVar] : [])),
  );
  const isNamed = (table: string): boolean => {
    const [schema = '', name = ''] = parsePath(table) ?? [];
    if (written.some((each) => each.relname === name && (each.schemaname ?? schema) === schema)) return true;
    const object = before.objects.get(tableId(schema, name));
    if (object === undefined || !isTable(object)) return false;
    const { inherits, partitionOf } = object.facts;
    return [...inherits, ...(partitionOf === null ? [] : [partitionOf])].some(isNamed);
  };
  const emptied = observation.rewrites;
  return { named: emptied.filter(isNamed), others: emptied.filter((table) => !isNamed(table)) };
}
