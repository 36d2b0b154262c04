import type { Node } from 'libpg-query';
import { namesIn, nodesOf } from '../rules/sql/nodes-of.ts';
import { statementsIn, statementsWithin } from '../rules/sql/statements-within.ts';
import type { Reading } from './reading.ts';
import { alterTable } from './statements/alter-table.ts';
import { createTable, createTableAs } from './statements/create-table.ts';
import { drop } from './statements/drop.ts';
import { createIndex } from './statements/indexes.ts';
import { cluster, lockTables, refresh, reindex, truncate, vacuum } from './statements/maintenance.ts';
import {
  alterSequence,
  comment,
  createFunction,
  createPolicy,
  createSequence,
  createTrigger,
  createView,
  setVariable,
} from './statements/others.ts';
import { moveToSchema, rename } from './statements/rename.ts';
import { changeRows, readQuery } from './statements/rows.ts';
import { alterDomain, alterEnum, createDomain, createEnum } from './statements/types.ts';

/** Whether what a statement does was predicted; what can't be is passed over. */
export function readStatement(tree: Node, reading: Reading): boolean {
  if ('AlterTableStmt' in tree) alterTable(tree.AlterTableStmt, reading);
  else if ('CreateStmt' in tree) createTable(tree.CreateStmt, reading);
  else if ('CreateForeignTableStmt' in tree) {
    if (tree.CreateForeignTableStmt.base !== undefined) {
      createTable(tree.CreateForeignTableStmt.base, reading, 'foreign table');
    }
  } else if ('CreateTableAsStmt' in tree) createTableAs(tree.CreateTableAsStmt, reading);
  else if ('IndexStmt' in tree) createIndex(tree.IndexStmt, reading);
  else if ('DropStmt' in tree) drop(tree.DropStmt, reading);
  else if ('RenameStmt' in tree) rename(tree.RenameStmt, reading);
  else if ('AlterObjectSchemaStmt' in tree) moveToSchema(tree.AlterObjectSchemaStmt, reading);
  else if ('TruncateStmt' in tree) truncate(tree.TruncateStmt, reading);
  else if ('LockStmt' in tree) lockTables(tree.LockStmt, reading);
  else if ('VacuumStmt' in tree) vacuum(tree.VacuumStmt, reading);
  else if ('ClusterStmt' in tree) cluster(tree.ClusterStmt, reading);
  else if ('ReindexStmt' in tree) reindex(tree.ReindexStmt, reading);
  else if ('RefreshMatViewStmt' in tree) refresh(tree.RefreshMatViewStmt, reading);
  else if (isOfRows(tree) || 'CallStmt' in tree) {
    changeRows(tree, reading);
    return callRoutines(tree, reading);
  } else if ('ViewStmt' in tree) createView(tree.ViewStmt, reading);
  else if ('CreateTrigStmt' in tree) createTrigger(tree.CreateTrigStmt, reading);
  else if ('CreatePolicyStmt' in tree) createPolicy(tree.CreatePolicyStmt, reading);
  else if ('CreateFunctionStmt' in tree) createFunction(tree.CreateFunctionStmt, reading);
  else if ('CreateSeqStmt' in tree) createSequence(tree.CreateSeqStmt, reading);
  else if ('AlterSeqStmt' in tree) alterSequence(tree.AlterSeqStmt, reading);
  else if ('CreateEnumStmt' in tree) createEnum(tree.CreateEnumStmt, reading);
  else if ('AlterEnumStmt' in tree) alterEnum(tree.AlterEnumStmt, reading);
  else if ('CreateDomainStmt' in tree) createDomain(tree.CreateDomainStmt, reading);
  else if ('AlterDomainStmt' in tree) alterDomain(tree.AlterDomainStmt, reading);
  else if ('CommentStmt' in tree) comment(tree.CommentStmt, reading);
  else if ('VariableSetStmt' in tree) setVariable(tree.VariableSetStmt, reading);
  else if ('CreateSchemaStmt' in tree) createSchema(tree.CreateSchemaStmt, reading);
  else if ('ExplainStmt' in tree) readQuery(tree, reading, 'lock');
  else if ('DoStmt' in tree) {
    for (const each of statementsWithin(tree)) readStatement(each, reading);
    return false;
  } else return harmless.some((name) => name in tree);
  return true;
}

/** What functions do that a statement calls, as far as their bodies can be read. */
function callRoutines(tree: Node, reading: Reading): boolean {
  let isRead = true;
  const calls = [...nodesOf(tree, 'FuncCall')].map(({ FuncCall }) => FuncCall);
  if ('CallStmt' in tree && tree.CallStmt.funccall !== undefined) calls.push(tree.CallStmt.funccall);
  for (const call of calls) {
    const body = reading.model.routine(namesIn(call.funcname))?.body ?? null;
    if (body === null || calling.has(body)) continue;
    isRead = false;
    calling.add(body);
    for (const each of statementsIn(body)) readStatement(each, reading);
    calling.delete(body);
  }
  return isRead;
}

/** Bodies that are being read: one that calls itself is read once. */
const calling = new Set<string>();

function isOfRows(tree: Node): boolean {
  return ['SelectStmt', 'InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt'].some((name) => name in tree);
}

function createSchema(
  { schemaname: name = '', schemaElts = [] }: Extract<Node, { CreateSchemaStmt: unknown }>['CreateSchemaStmt'],
  reading: Reading,
): void {
  const { model } = reading;
  if (!model.schemas.has(name)) model.addSchema(name, false);
  const path = model.searchPath;
  model.searchPath = [name, ...path];
  for (const each of schemaElts) readStatement(each, reading);
  model.searchPath = path;
}

/** Statements that lock nothing that others wait for. */
const harmless = [
  'TransactionStmt',
  'GrantStmt',
  'GrantRoleStmt',
  'CreateExtensionStmt',
  'CompositeTypeStmt',
  'CreateRangeStmt',
  'CreateRoleStmt',
  'AlterRoleStmt',
  'AlterDefaultPrivilegesStmt',
  'AlterOwnerStmt',
  'AlterFunctionStmt',
  'DefineStmt',
  'VariableShowStmt',
  'DiscardStmt',
  'NotifyStmt',
];
