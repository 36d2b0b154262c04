import type { SelectStmt } from 'libpg-query';
import { defineQueryRule } from '../rule.ts';
import { aggregates } from '../sql/aggregates.ts';
import { isLimited } from '../sql/is-limited.ts';
import { locksSeveral } from '../sql/locks-several.ts';
import { isOneByConstants } from '../sql/narrowed.ts';
import { isNode, namesIn, nodesOf, startOf } from '../sql/nodes-of.ts';
import { type QueryBlock, queryBlocks } from '../sql/query-blocks.ts';

const base = 'CREATE TABLE jobs (id int PRIMARY KEY, state text, run_at timestamptz)';

export default defineQueryRule({
  id: 'limit-without-order',
  group: 'queries',
  severity: 'warning',
  title: 'LIMIT without ORDER BY',
  why: 'Without an order PostgreSQL returns whatever rows it meets first: others after an update, a vacuum or another plan. Pages then repeat and miss rows.',
  todo: 'Add ORDER BY with a key that is unique, so that the order is complete.',
  bad: [
    { base, sql: 'SELECT id FROM jobs LIMIT 20' },
    { base, sql: "SELECT id FROM jobs WHERE state = 'new' LIMIT $1" },
    { base, sql: 'SELECT id FROM jobs FETCH FIRST 5 ROWS ONLY' },
    { base, sql: 'SELECT state, (SELECT i.id FROM jobs i WHERE i.state = j.state LIMIT 1) FROM jobs j WHERE id = 4' },
    { base, sql: 'SELECT id FROM jobs WHERE id > 5 UNION ALL SELECT id FROM jobs LIMIT 5' },
  ],
  good: [
    { base, sql: 'SELECT id FROM jobs ORDER BY run_at, id LIMIT 20' },
    { base, sql: 'SELECT id FROM jobs WHERE id = $1 LIMIT 1' },
    { base, sql: "SELECT EXISTS (SELECT 1 FROM jobs WHERE state = 'new' LIMIT 1)" },
    { base, sql: "SELECT 1 FROM jobs WHERE state = 'new' LIMIT 1" },
    { base, sql: 'SELECT max(run_at) FROM jobs LIMIT 1' },
    { base, sql: 'SELECT coalesce(max(run_at), now()) FROM jobs LIMIT 1' },
    { base, sql: 'SELECT id FROM jobs TABLESAMPLE SYSTEM (1) LIMIT 5' },
    { base, sql: "SELECT id FROM jobs WHERE state = 'new' LIMIT 5 FOR UPDATE" },
    { base, sql: 'DELETE FROM jobs WHERE id IN (SELECT id FROM jobs WHERE run_at < now() LIMIT 1000)' },
    { base, sql: 'SELECT id FROM (SELECT id FROM jobs ORDER BY run_at) AS j LIMIT 5' },
    { base, sql: 'SELECT id FROM jobs LIMIT ALL' },
    { base, sql: 'SELECT n FROM generate_series(1, 100) AS n LIMIT 5' },
    { base, sql: 'SELECT id FROM jobs WHERE state IS NULL LIMIT 1 FOR UPDATE SKIP LOCKED' },
  ],
  *check({ tree, catalog }) {
    for (const block of queryBlocks(tree, catalog)) {
      const { select } = block;
      const limit = select?.limitCount;
      if (select === null || limit === undefined || (select.sortClause ?? []).length > 0) continue;
      if (!isLimited(select) || (isNode(limit, 'A_Const') && limit.A_Const.ival?.ival === undefined)) continue;
      // that it has no order is told of the locks
      if (locksSeveral(select)) continue;
      if (isAnyRowMeant(block) || isOrderedWithin(select) || !readsRows(select)) continue;
      if (block.from.length > 0 && block.from.every((item) => isOneByConstants(item, block))) continue;
      yield { message: 'Which rows are within the limit is left to chance.', at: startOf(limit) };
    }
  },
});

function isAnyRowMeant({ place, select, outer }: QueryBlock): boolean {
  if (place === 'exists' || (outer !== null && outer.kind !== 'select')) return true;
  const targets = select?.targetList ?? [];
  const isProbe = targets.every((each) => isNode(each, 'ResTarget') && isConstantTarget(each.ResTarget.val));
  const isQueue = (select?.lockingClause ?? []).some(
    (each) => isNode(each, 'LockingClause') && each.LockingClause.waitPolicy === 'LockWaitSkip',
  );
  const isSample = nodesOf(select?.fromClause, 'RangeTableSample').length > 0 || isLeftToChance(select);
  return isQueue || isSample || (isProbe && select?.op === 'SETOP_NONE');
}

/** `WHERE random() < 0.01` */
function isLeftToChance(select: SelectStmt | null): boolean {
  return [...nodesOf(select?.whereClause, 'FuncCall')].some(
    ({ FuncCall: { funcname } }) => namesIn(funcname).at(-1) === 'random',
  );
}

function isConstantTarget(value: object | undefined): boolean {
  return value !== undefined && isNode(value, 'A_Const');
}

/** Whether the rows come in the order of a query within. */
function isOrderedWithin({ fromClause = [] }: SelectStmt): boolean {
  const [only] = fromClause;
  if (fromClause.length !== 1 || only === undefined || !isNode(only, 'RangeSubselect')) return false;
  const { subquery } = only.RangeSubselect;
  return subquery !== undefined && isNode(subquery, 'SelectStmt') && (subquery.SelectStmt.sortClause ?? []).length > 0;
}

/** Whether there can be more than one row, and they come from tables. */
function readsRows({ op, fromClause = [], groupClause = [], targetList = [] }: SelectStmt): boolean {
  if (op !== 'SETOP_NONE') return true;
  if (fromClause.length === 0 || fromClause.every((each) => isNode(each, 'RangeFunction'))) return false;
  if (groupClause.length > 0) return true;
  return !aggregates(targetList);
}
