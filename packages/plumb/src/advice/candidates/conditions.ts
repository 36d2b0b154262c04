import type { Node } from 'libpg-query';
import { identifier } from '../../catalog/identifier.ts';
import { type Comparison, comparisonOf } from '../../rules/sql/comparisons.ts';
import { isNode, nodesOf } from '../../rules/sql/nodes-of.ts';
import { expressionText } from './expression-text.ts';
import { addKey, type TableUse, type UsedKey } from './table-use.ts';

export interface ConditionReader {
  /** What an index could have of an expression; null where there is nothing. */
  readonly keyOf: (node: Node) => UsedKey | null;
  /** All tables whose columns are in an expression. */
  readonly usesIn: (node: Node) => readonly TableUse[];
  /** The operator class of pg_trgm, where it is installed. */
  readonly trigrams: string | null;
}

const turned: Readonly<Record<string, string>> = { '<': '>', '>': '<', '<=': '>=', '>=': '<=', '=': '=', '&&': '&&' };
const ranges = new Set(['<', '>', '<=', '>=']);
/** A b-tree finds the addresses of a network, which lie beside each other. */
const within = new Set(['<<', '<<=']);
const inverted = new Set(['@>', '<@', '?', '?|', '?&', '&&', '@@', '@?']);

/** Notes what an index could do for a condition. */
export function readCondition(node: Node, reader: ConditionReader): void {
  if (isNode(node, 'BoolExpr')) {
    const { boolop, args = [] } = node.BoolExpr;
    if (boolop === 'NOT_EXPR') noteFlag(args[0], 'NOT ', reader);
    // each arm of an OR may have an index of its own
    else for (const arm of args) readCondition(arm, reader);
  } else if (isNode(node, 'NullTest')) noteNullTest(node.NullTest, reader);
  else {
    const comparison = comparisonOf(node);
    if (comparison === null) noteFlag(node, '', reader);
    else noteComparison(comparison, reader);
  }
}

function noteFlag(node: Node | undefined, not: string, { keyOf }: ConditionReader): void {
  if (node === undefined || !isNode(node, 'ColumnRef')) return;
  const found = keyOf(node);
  if (found?.column == null) return;
  addKey(found.use.equal, found.key);
  addKey(found.use.constants, { text: `${not}${found.key.text}`, columns: found.key.columns });
}

interface NullTest {
  readonly arg?: Node;
  readonly nulltesttype?: string;
}

function noteNullTest({ arg, nulltesttype }: NullTest, { keyOf }: ConditionReader): void {
  const found = arg === undefined ? null : keyOf(arg);
  if (found === null) return;
  const isNull = nulltesttype === 'IS_NULL';
  if (isNull) addKey(found.use.equal, found.key);
  const text = `${found.key.text} IS ${isNull ? '' : 'NOT '}NULL`;
  addKey(found.use.constants, { text, columns: found.key.columns });
}

function noteComparison(comparison: Comparison, reader: ConditionReader): void {
  const { left, right, operator, how, negated } = comparison;
  if (negated && how !== 'plain') return;
  if (how === 'like' || how === 'ilike') {
    notePattern(comparison, reader);
    return;
  }
  noteSide(left, how === 'between' ? '>=' : operator, right, comparison, reader);
  const other = turned[operator];
  if (other !== undefined && how === 'plain') noteSide(right, other, left, comparison, reader);
}

function noteSide(side: Node, operator: string, other: Node, comparison: Comparison, reader: ConditionReader): void {
  const found = reader.keyOf(side);
  if (found === null) return;
  const { use, key } = found;
  const others = isNode(other, 'SelectStmt') ? [] : reader.usesIn(other);
  if (others.includes(use)) return;
  if (operator === '=') addKey(others.length > 0 || comparison.how === 'other' ? use.joined : use.equal, key);
  else if (ranges.has(operator)) addKey(use.ranges, key);
  else if (within.has(operator) && isNetwork(found)) addKey(use.ranges, key);
  else if (inverted.has(operator)) noteInverted(found, operator);
  else if (operator === '~' || operator === '~*') noteTrigrams(found, reader);
  if (others.length === 0) noteConstant(found, operator, other, comparison);
}

function isNetwork({ use, column }: UsedKey): boolean {
  const type = column === null ? undefined : use.table.columns.get(column)?.type;
  return type === 'inet' || type === 'cidr';
}

function noteConstant({ use, key }: UsedKey, operator: string, other: Node, { how }: Comparison): void {
  if (how !== 'plain' && how !== 'in') return;
  if (nodesOf(other, 'ParamRef').length > 0 || nodesOf(other, 'SelectStmt').length > 0) return;
  const values = isNode(other, 'List') ? (other.List.items ?? []).map(expressionText) : [expressionText(other)];
  // what the clock says is no condition that stays
  if (!values.every((value) => value !== null && !/\(/.test(value.replaceAll(/^\('[^']*'\)::/g, '')))) return;
  if (how === 'plain' && operator === '=')
    addKey(use.constants, { text: `${key.text} = ${values[0]}`, columns: key.columns });
  else if (how === 'plain' && operator === '<>') {
    addKey(use.constants, { text: `${key.text} <> ${values[0]}`, columns: key.columns });
  } else if (how === 'in' && operator === '=') {
    addKey(use.constants, { text: `${key.text} IN (${values.join(', ')})`, columns: key.columns });
  }
}

function noteInverted({ use, key, column }: UsedKey, operator: string): void {
  const type = column === null ? '' : (use.table.columns.get(column)?.type ?? '');
  const plain = type === 'jsonb' || type === 'tsvector' || type.endsWith('[]') || column === null;
  if (!plain || (operator === '<@' && type === 'jsonb')) return;
  addKey(use.special, { ...key, method: 'gin' });
  if (type === 'jsonb' && !operator.startsWith('?')) {
    addKey(use.special, { text: `${key.text} jsonb_path_ops`, columns: key.columns, method: 'gin' });
  }
}

function notePattern({ left, right, how }: Comparison, reader: ConditionReader): void {
  const found = reader.keyOf(left);
  if (found === null) return;
  const { use, key, column } = found;
  const pattern = isNode(right, 'A_Const') ? (right.A_Const.sval?.sval ?? null) : null;
  if (how === 'like' && (pattern === null || /^[^%_\\]/.test(pattern))) {
    const type = column === null ? 'text' : (use.table.columns.get(column)?.type ?? 'text');
    const operators = type.startsWith('character varying') ? 'varchar_pattern_ops' : 'text_pattern_ops';
    addKey(use.ranges, { text: `${key.text} ${operators}`, columns: key.columns });
  }
  noteTrigrams(found, reader);
}

function noteTrigrams({ use, key }: UsedKey, { trigrams }: ConditionReader): void {
  if (trigrams === null) return;
  addKey(use.special, { text: `${key.text} ${trigrams}`, columns: key.columns, method: 'gin' });
}

/** As it stands in CREATE INDEX. */
export function keyText(column: string | null, node: Node): string | null {
  if (column !== null) return identifier(column);
  const text = expressionText(node);
  if (text === null) return null;
  return isNode(node, 'TypeCast') ? `(${text})` : text;
}
