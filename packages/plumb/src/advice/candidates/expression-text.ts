import type { Node } from 'libpg-query';
import { identifier, literal, qualified } from '../../catalog/identifier.ts';
import { isNode, namesIn } from '../../rules/sql/nodes-of.ts';

/** An expression over the columns of one table, without their qualifiers; null where it holds what an index can't. */
export function expressionText(node: Node | undefined): string | null {
  if (node === undefined) return null;
  if (isNode(node, 'ColumnRef')) {
    const name = namesIn(node.ColumnRef.fields).at(-1);
    return name === undefined ? null : identifier(name);
  }
  if (isNode(node, 'A_Const')) return constantText(node.A_Const);
  if (isNode(node, 'FuncCall')) {
    const { funcname, args = [], agg_star, agg_distinct, agg_order, over, func_variadic } = node.FuncCall;
    if (agg_star || agg_distinct || func_variadic || agg_order !== undefined || over !== undefined) return null;
    const given = all(args);
    const path = namesIn(funcname);
    // `extract(… from …)` and `at time zone` are calls with names of pg_catalog
    return given === null ? null : `${qualified(...path)}(${given.join(', ')})`;
  }
  if (isNode(node, 'TypeCast')) {
    const { arg, typeName } = node.TypeCast;
    const inner = expressionText(arg);
    const type = typeText(typeName);
    return inner === null || type === null ? null : `(${inner})::${type}`;
  }
  if (isNode(node, 'A_Expr')) {
    const { kind, name, lexpr, rexpr } = node.A_Expr;
    const operator = namesIn(name);
    const sides = all([lexpr, rexpr]);
    if (kind !== 'AEXPR_OP' || operator.length !== 1 || sides === null) return null;
    return `(${sides.join(` ${operator[0]} `)})`;
  }
  if (isNode(node, 'CoalesceExpr')) {
    const given = all(node.CoalesceExpr.args ?? []);
    return given === null ? null : `COALESCE(${given.join(', ')})`;
  }
  return null;
}

function all(nodes: readonly (Node | undefined)[]): readonly string[] | null {
  const texts = nodes.map(expressionText);
  return texts.every((text) => text !== null) ? texts : null;
}

interface Constant {
  readonly isnull?: boolean;
  readonly ival?: { readonly ival?: number };
  readonly fval?: { readonly fval?: string };
  readonly boolval?: { readonly boolval?: boolean };
  readonly sval?: { readonly sval?: string };
}

function constantText({ isnull, ival, fval, boolval, sval }: Constant): string | null {
  if (isnull) return 'NULL';
  if (ival !== undefined) return String(ival.ival ?? 0);
  if (fval !== undefined) return fval.fval ?? null;
  if (boolval !== undefined) return String(boolval.boolval ?? false);
  return sval === undefined ? null : literal(sval.sval ?? '');
}

interface Type {
  readonly names?: readonly Node[];
  readonly typmods?: readonly Node[];
  readonly arrayBounds?: readonly Node[];
}

function typeText(type: Type | undefined): string | null {
  const { names, typmods = [], arrayBounds = [] } = type ?? {};
  const path = namesIn(names === undefined ? undefined : [...names]);
  const modifiers = all(typmods);
  if (path.length === 0 || modifiers === null) return null;
  // `"char"` is another type than char
  const name = path.map((part) => (part === 'char' ? '"char"' : identifier(part))).join('.');
  return `${name}${modifiers.length === 0 ? '' : `(${modifiers.join(', ')})`}${'[]'.repeat(arrayBounds.length)}`;
}
