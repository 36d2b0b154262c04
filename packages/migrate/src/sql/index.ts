export { MigrationProblem, type MigrationProblemCode } from '../contract/problem.ts';
export type { SqlSource } from '../contract/sql-source.ts';
export { type PsqlCommand, readScript, type ScriptPart, type ScriptStatement } from './psql-script.ts';
export { isRefusedInTransaction, isSessionSetting, refusesTransaction } from './refuses-transaction.ts';
export { readSqlFile, sqlSource } from './source.ts';
export { type PlacedStatement, showsOnly, statementsOf } from './statements.ts';
export { endOfToken, locationAt, offsetOfCharacter, type TextLocation } from './text-position.ts';
