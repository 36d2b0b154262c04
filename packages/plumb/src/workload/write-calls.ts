import type { CallExpression, Expression, TaggedTemplateExpression } from 'oxc-parser';
import { calledName, takesSql } from './sql-calls.ts';

/** Where a call that changes rows sends its change. */
export type Receiver = Expression;

/** What a call changes rows through: by SQL that `writes` knows, by Drizzle's, Kysely's, Knex's or Prisma's functions. */
export function receiverOfWrite(call: CallExpression, writes: (start: number) => boolean): Receiver | null {
  const { callee } = call;
  if (callee.type !== 'MemberExpression') return null;
  const argument = takesSql(call);
  if (argument !== null && writes(argument.start)) return callee.object;
  return receiverOfBuilder(call, calledName(callee), callee.object) ?? receiverOfFragment(callee, call, writes);
}

/** Whether a call writes by a function of a query builder. */
export function isBuilderWrite(call: CallExpression): boolean {
  const { callee } = call;
  return callee.type === 'MemberExpression' && receiverOfBuilder(call, calledName(callee), callee.object) !== null;
}

/** `sql`…`.execute(db)` */
function receiverOfFragment(
  { object }: Extract<Expression, { type: 'MemberExpression' }>,
  { arguments: [given] }: CallExpression,
  writes: (start: number) => boolean,
): Receiver | null {
  const isWrite = object.type === 'TaggedTemplateExpression' && writes(object.start);
  return isWrite && given !== undefined && given.type !== 'SpreadElement' ? given : null;
}

/** What a tagged template runs by itself. */
export function receiverOfTag({ tag }: TaggedTemplateExpression): Receiver {
  return tag.type === 'MemberExpression' && calledName(tag).startsWith('$') ? tag.object : tag;
}

const kysely = /^(?:insertInto|updateTable|deleteFrom|mergeInto|replaceInto)$/;
const drizzle = /^(?:insert|update|delete)$/;
const knex = /^(?:insert|update|del|delete|increment|decrement)$/;
const prisma = /^(?:create|createMany|createManyAndReturn|update|updateMany|upsert|delete|deleteMany)$/;
const databases = /^(?:\w*db|database|drizzle|orm|tx|trx)$/i;

function receiverOfBuilder({ arguments: [first] }: CallExpression, name: string, object: Expression): Receiver | null {
  if (first === undefined && !knex.test(name)) return null;
  if (kysely.test(name) && first?.type === 'Literal') return object;
  if (drizzle.test(name) && first?.type !== 'Literal' && databases.test(nameOf(object))) return object;
  if (knex.test(name)) {
    const table = tableOfKnex(object);
    if (table !== null) return table;
  }
  const isClient = object.type === 'MemberExpression' && /prisma|^(?:db|tx|trx)$/i.test(nameOf(object.object));
  return prisma.test(name) && isClient && first?.type === 'ObjectExpression' ? object.object : null;
}

/** `knex` of `knex('users').where(…)`. */
function tableOfKnex(object: Expression): Expression | null {
  if (object.type !== 'CallExpression') return null;
  const { callee, arguments: given } = object;
  if (callee.type === 'MemberExpression') return tableOfKnex(callee.object);
  const isTable = given.length === 1 && given[0]?.type === 'Literal' && typeof given[0].value === 'string';
  return isTable && /^(?:knex|\w*db|tx|trx)$/i.test(nameOf(callee)) ? callee : null;
}

function nameOf(expression: Expression): string {
  return calledName(expression);
}
