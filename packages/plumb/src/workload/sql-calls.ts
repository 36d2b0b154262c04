import type { CallExpression, Expression, NewExpression } from 'oxc-parser';

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

const classes = new Set(['Cursor', 'QueryStream', 'PreparedStatement', 'ParameterizedQuery']);

/** The SQL that a call is given, if it is a call of a client. */
export function takesSql(node: CallExpression | NewExpression): Expression | null {
  const [first] = node.arguments;
  if (first === undefined || first.type === 'SpreadElement') return null;
  const name = calledName(node.callee);
  const isKnown =
    node.type === 'NewExpression' ? classes.has(name) : node.callee.type === 'MemberExpression' && methods.has(name);
  if (!isKnown) return null;
  if (first.type !== 'ObjectExpression') return first;
  for (const property of first.properties) {
    if (property.type !== 'Property' || property.key.type !== 'Identifier') continue;
    if (property.key.name === 'text' || property.key.name === 'sql') return property.value;
  }
  return null;
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
