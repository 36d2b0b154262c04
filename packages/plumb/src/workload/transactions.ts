import type { CallExpression, Expression, Node } from 'oxc-parser';
import type { SqlSource } from '../sql/source.ts';
import { type FunctionNode, isFunction } from './children-of.ts';
import { calledName } from './sql-calls.ts';

/** Functions that run what they are given in a transaction, and those of tests, whose rows nobody keeps. */
const wrapping =
  /transaction|^(?:begin|tx|txif|atomic|atomically|unitofwork|savepoint|batch|it|test|beforeAll|beforeEach|afterAll|afterEach)$/i;

const opening = /^(?:begin|beginTransaction|startTransaction)$/i;

/** `db.transaction(…)`, `sql.begin(…)`, `db.transaction().execute(…)`. */
export function isTransaction({ callee }: CallExpression): boolean {
  if (wrapping.test(calledName(callee))) return true;
  const { object = null } = callee.type === 'MemberExpression' ? callee : {};
  return object?.type === 'CallExpression' && isTransaction(object);
}

/** The names by which a function is handed a transaction; none where it is in one without a name for it. */
export function transactionsGiven(source: SqlSource, callback: FunctionNode): readonly string[] {
  return callback.params
    .map((param) => source.text.slice(param.start, param.end))
    .filter((text) => !text.startsWith('_'))
    .flatMap((text) => text.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? []);
}

/** `client.query('BEGIN')`, `runner.startTransaction()`. */
export function opensTransaction(source: SqlSource, { callee, arguments: [first] }: CallExpression): boolean {
  if (first === undefined || !isFunction(first)) {
    if (opening.test(calledName(callee))) return true;
  }
  return first !== undefined && /^[`'"]\s*(?:begin|start\s+transaction)\b/i.test(source.text.slice(first.start));
}

/** `@Transactional()` */
export function isDecorated(source: SqlSource, node: Node): boolean {
  if (node.type !== 'MethodDefinition') return false;
  return node.decorators.some(({ start, end }) => /transaction/i.test(source.text.slice(start, end)));
}

const ownName = /^(?:pool|db|database|sql|prisma|knex|pg|orm|drizzle|datasource)$/i;
const transactionName = /^(?:t|tx|trx|txn|transaction|\w+(?:Tx|Trx|Txn|Transaction|EntityManager))$/;
const callersType =
  /PoolClient|\bClient\b|ClientBase|Transaction|Tx\b|Trx\b|QueryRunner|EntityManager|Quer(?:ier|yable)|Executor/;
const ownType = /Pool\b|PrismaClient|DataSource|Knex|Sql\b|Kysely|Database|Drizzle|DB\b/;

/** Whether what a write is sent to may be in a transaction that whoever calls has begun. */
export function isCallers(receiver: Expression, parameters: ReadonlyMap<string, string | null>): boolean {
  const name = receiver.type === 'Identifier' ? receiver.name : calledName(receiver);
  if (transactionName.test(name)) return true;
  const type = receiver.type === 'Identifier' ? parameters.get(name) : undefined;
  if (type === undefined) return false;
  if (type === null || !(callersType.test(type) || ownType.test(type))) return !ownName.test(name);
  return callersType.test(type);
}
