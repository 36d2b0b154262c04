import { isNode, namesIn } from './nodes-of.ts';

const texts = new Set(['text', 'varchar', 'bpchar']);

/**
 * What an expression says, however it is written: without places, qualifiers, and the casts that PostgreSQL adds when it
 * writes an expression down. Equal shapes are equal expressions.
 */
export function shapeOf(tree: unknown): string {
  return JSON.stringify(plain(tree));
}

function plain(tree: unknown): unknown {
  if (Array.isArray(tree)) return tree.map(plain);
  if (typeof tree !== 'object' || tree === null) return tree;
  if (isNode(tree, 'ColumnRef')) return { column: namesIn(tree.ColumnRef.fields).at(-1) };
  if (isNode(tree, 'TypeCast')) {
    const { arg, typeName } = tree.TypeCast;
    const type = namesIn(typeName?.names).at(-1) ?? '';
    if (arg !== undefined && (isNode(arg, 'A_Const') || texts.has(type))) return plain(arg);
    return { cast: type, of: plain(arg) };
  }
  if (isNode(tree, 'FuncCall')) {
    const { funcname, args = [] } = tree.FuncCall;
    const name = namesIn(funcname).at(-1);
    return name === 'date' && args.length === 1 ? { cast: name, of: plain(args[0]) } : { call: name, of: plain(args) };
  }
  return Object.fromEntries(
    Object.entries(tree).flatMap(([name, value]) => (name === 'location' ? [] : [[name, plain(value)]])),
  );
}
