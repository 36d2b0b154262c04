import type { SelectStmt } from 'libpg-query';
import { isNode } from './nodes-of.ts';

/** Whether rows are locked for a change one after the other, and waited for. */
export function locksSeveral({ lockingClause = [], limitCount }: SelectStmt): boolean {
  const isOne = limitCount !== undefined && isNode(limitCount, 'A_Const') && limitCount.A_Const.ival?.ival === 1;
  return !isOne && lockingClause.some((each) => isNode(each, 'LockingClause') && waits(each.LockingClause));
}

/** Of a locking clause, whether it changes rows and waits for who has locked them. */
export function waits({ strength, waitPolicy }: { readonly strength?: string; readonly waitPolicy?: string }): boolean {
  if (strength !== 'LCS_FORUPDATE' && strength !== 'LCS_FORNOKEYUPDATE') return false;
  return waitPolicy !== 'LockWaitSkip' && waitPolicy !== 'LockWaitError';
}
