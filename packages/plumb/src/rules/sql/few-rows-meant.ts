import type { Node } from 'libpg-query';
import type { Catalog } from '../../catalog/catalog-object.ts';
import { isConstraint } from '../../catalog/kinds/constraint/constraint-facts.ts';
import { isIndex } from '../../catalog/kinds/index/index-facts.ts';
import { namesIn } from './alter-table.ts';
import { nodesOf } from './nodes-of.ts';

/** Whether a condition names its rows by a key, or a statement takes only so many. */
export function fewRowsMeant(
  statement: Node,
  condition: Node | undefined,
  { table, before }: { readonly table: string; readonly before: Catalog },
): boolean {
  if ([...nodesOf(statement, 'SelectStmt')].some(({ SelectStmt: { limitCount } }) => limitCount !== undefined))
    return true;
  const fixed = new Set(condition === undefined ? [] : fixedColumns(condition));
  return keysOf(before, table).some((key) => key.every((column) => fixed.has(column)));
}

/** Columns that a condition holds to constants: by `=`, IN, BETWEEN, or `>=` and `<`. */
function fixedColumns(condition: Node): readonly string[] {
  if ('BoolExpr' in condition) {
    if (condition.BoolExpr.boolop !== 'AND_EXPR') return [];
    const args = condition.BoolExpr.args ?? [];
    const above = args.flatMap((each) => compared(each, ['>', '>=']));
    const below = args.flatMap((each) => compared(each, ['<', '<=']));
    return [...args.flatMap(fixedColumns), ...above.filter((column) => below.includes(column))];
  }
  if (!('A_Expr' in condition)) return [];
  const { kind } = condition.A_Expr;
  const isBound = kind === 'AEXPR_IN' || kind === 'AEXPR_BETWEEN' || kind === 'AEXPR_OP_ANY';
  return compared(condition, isBound ? null : ['=']);
}

/** The column that is compared with a constant, by one of some operators. */
function compared(condition: Node, operators: readonly string[] | null): readonly string[] {
  if (!('A_Expr' in condition)) return [];
  const { name, lexpr, rexpr } = condition.A_Expr;
  if (lexpr === undefined || rexpr === undefined) return [];
  if (operators !== null && !namesIn(name).some((operator) => operators.includes(operator))) return [];
  const [column, value] = 'ColumnRef' in lexpr ? [lexpr, rexpr] : [rexpr, lexpr];
  if (!('ColumnRef' in column) || [...nodesOf(value, 'ColumnRef')].length > 0) return [];
  return namesIn(column.ColumnRef.fields).slice(-1);
}

/** Of each key of a table, the columns. */
function keysOf({ objects }: Catalog, table: string): readonly (readonly string[])[] {
  return [...objects.values()].flatMap((object) => {
    if (isConstraint(object)) {
      const { facts } = object;
      const unique = facts.type === 'primary key' || facts.type === 'unique';
      return unique && `${facts.schema}.${facts.table}` === table ? [facts.keys.map(unquoted)] : [];
    }
    if (!isIndex(object) || !object.facts.unique || object.facts.where !== null) return [];
    return object.facts.table === table || `${object.facts.schema}.${object.facts.table}` === table
      ? [object.facts.keys.map(unquoted)]
      : [];
  });
}

function unquoted(key: string): string {
  return key.startsWith('"')
    ? key.replace(/^"((?:[^"]|"")*)".*$/, '$1').replaceAll('""', '"')
    : (key.split(' ')[0] ?? key);
}
