import type { SelectStmt } from 'libpg-query';
import { isNode } from './nodes-of.ts';

/** Whether there is a LIMIT; ALL and NULL are none. */
export function isLimited({ limitCount }: Pick<SelectStmt, 'limitCount'>): boolean {
  return limitCount !== undefined && !(isNode(limitCount, 'A_Const') && limitCount.A_Const.isnull === true);
}
