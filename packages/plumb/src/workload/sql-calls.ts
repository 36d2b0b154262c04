import type { CallExpression, Expression, NewExpression, TaggedTemplateExpression } from 'oxc-parser';
import type { SqlSource } from '../sql/source.ts';
import type { Variable } from './variables.ts';

/** Functions of clients that take SQL as a text. */
const methods = new Set([
  'query',
  'execute',
  'unsafe',
  'raw',
  'queryOne',
  'queryArray',
  'queryObject',
  'any',
  'manyOrNone',
  'oneOrNone',
  'many',
  'one',
  'none',
  '$queryRawUnsafe',
  '$executeRawUnsafe',
]);

const classes = new Set(['Query', 'Cursor', 'QueryStream', 'PreparedStatement', 'ParameterizedQuery']);

/** The SQL that a call is given, if it is a call of a client. */
export function takesSql(
  node: CallExpression | NewExpression,
  variables: ReadonlyMap<string, Variable> = new Map(),
): Expression | null {
  const [first] = node.arguments;
  if (first === undefined || first.type === 'SpreadElement') return null;
  const name = calledName(node.callee);
  const isKnown =
    node.type === 'NewExpression' ? classes.has(name) : node.callee.type === 'MemberExpression' && methods.has(name);
  if (!isKnown) return null;
  const value = first.type === 'Identifier' ? variables.get(first.name)?.value : first;
  const given = value?.type === 'TSAsExpression' ? value.expression : value;
  if (given?.type !== 'ObjectExpression') return first;
  for (const property of given.properties) {
    if (property.type !== 'Property' || property.key.type !== 'Identifier') continue;
    if (property.key.name === 'text' || property.key.name === 'sql') return property.value;
  }
  return null;
}

/** `String.raw`…``, a text like any other. */
export function isRawString({ tag }: TaggedTemplateExpression): boolean {
  return tag.type === 'MemberExpression' && tag.object.type === 'Identifier' && tag.object.name === 'String';
}

/** What `sql.raw(…)`, `sql.unsafe(…)` and `Prisma.raw(…)` put into a tagged template as it is. */
export function putAsItIs(expression: Expression): Expression | null {
  if (expression.type !== 'CallExpression' || !/^(?:raw|unsafe|unsafeRaw)$/.test(calledName(expression.callee)))
    return null;
  const [first] = expression.arguments;
  return first === undefined || first.type === 'SpreadElement' ? null : first;
}

/** Functions of builders that take a part of a query as a text. */
const fragments =
  /^(?:where|andWhere|orWhere|having|andHaving|orHaving)$|^(?:select|from|join|where|andWhere|orWhere|having|orHaving|groupBy|orderBy)Raw$/;
const rawOnly = /Raw$/;
const comparison = /[=<>]|\b(?:like|ilike|in|is|between)\b/i;

/** The part of a query that a builder is given as a text. */
export function takesFragment(source: SqlSource, { callee, arguments: [first] }: CallExpression): Expression | null {
  if (callee.type !== 'MemberExpression' || first === undefined || first.type === 'SpreadElement') return null;
  const name = calledName(callee);
  if (!fragments.test(name)) return null;
  if (rawOnly.test(name)) return first;
  const isText = first.type === 'TemplateLiteral' || first.type === 'BinaryExpression';
  return isText && comparison.test(source.text.slice(first.start, first.end)) ? first : null;
}

/** Whether what a function is given is for people, whatever it looks like. */
export function isNothingButCode(callee: Expression): boolean {
  if (callee.type === 'MemberExpression' && callee.object.type === 'Identifier') {
    if (/^(?:console|log|logger)$/i.test(callee.object.name)) return true;
  }
  return /^(?:\w*Error|log|debug|warn|info|test|it|describe|Problem)$/.test(calledName(callee));
}

/** `sql` for every tag that clients call so, or by the names of theirs; else the tag's own name. */
export function tagName(tag: Expression): string {
  if (tag.type === 'CallExpression') return tagName(tag.callee);
  if (tag.type === 'MemberExpression' && tag.object.type === 'Identifier' && tag.object.name === 'sql') return 'sql';
  if (tag.type === 'MemberExpression' && tag.object.type === 'MemberExpression') return tagName(tag.object);
  const name = calledName(tag);
  return /^(?:sql|\$queryRaw|\$executeRaw)$/i.test(name) ? 'sql' : name;
}

export function calledName(callee: Expression): string {
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type === 'MemberExpression' && callee.property.type === 'Identifier') return callee.property.name;
  return '';
}
