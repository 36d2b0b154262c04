import { defineQueryRule } from '../rule.ts';
import { locksSeveral, waits } from '../sql/locks-several.ts';
import { isOneByConstants } from '../sql/narrowed.ts';
import { isNode } from '../sql/nodes-of.ts';
import { queryBlocks } from '../sql/query-blocks.ts';

const base =
  'CREATE TABLE accounts (id int PRIMARY KEY, owner int, balance numeric); CREATE TABLE owners (id int PRIMARY KEY)';

export default defineQueryRule({
  id: 'select-for-update-without-order',
  group: 'queries',
  severity: 'warning',
  title: 'Locks rows in no order',
  why: 'Two sessions that lock the same rows in different orders wait for each other, and one of them is broken off: a deadlock.',
  todo: 'Add `ORDER BY` with the key, so that every session locks in the same order.',
  bad: [
    { base, sql: 'SELECT id, balance FROM accounts WHERE id IN ($1, $2) FOR UPDATE' },
    { base, sql: 'SELECT balance FROM accounts WHERE id = ANY ($1) FOR NO KEY UPDATE' },
    {
      base,
      sql: 'SELECT a.balance FROM accounts a JOIN owners o ON o.id = a.owner WHERE o.id = $1 FOR UPDATE OF a',
    },
    { base, sql: 'WITH locked AS (SELECT id FROM accounts WHERE owner = 5 FOR UPDATE) SELECT count(*) FROM locked' },
  ],
  good: [
    { base, sql: 'SELECT balance FROM accounts WHERE id IN ($1, $2) ORDER BY id FOR UPDATE' },
    { base, sql: 'SELECT balance FROM accounts WHERE id = $1 FOR UPDATE' },
    { base, sql: 'SELECT id FROM accounts WHERE owner = 5 FOR UPDATE SKIP LOCKED' },
    { base, sql: 'SELECT id FROM accounts WHERE owner = 5 FOR UPDATE NOWAIT' },
    { base, sql: 'SELECT id FROM accounts WHERE owner = 5 FOR SHARE' },
    { base, sql: 'SELECT a.id FROM accounts a JOIN owners o ON o.id = a.owner WHERE a.id = 1 FOR UPDATE OF a' },
  ],
  *check({ tree, catalog }) {
    for (const block of queryBlocks(tree, catalog)) {
      const { select, from } = block;
      if (select === null || (select.sortClause ?? []).length > 0) continue;
      if (!locksSeveral(select)) continue;
      for (const each of select.lockingClause ?? []) {
        if (!isNode(each, 'LockingClause')) continue;
        const { lockedRels = [] } = each.LockingClause;
        if (!waits(each.LockingClause)) continue;
        const named = lockedRels.flatMap((relation) =>
          'RangeVar' in relation ? (relation.RangeVar.relname ?? '') : [],
        );
        const locked = from.filter(
          ({ alias, kind }) => kind === 'table' && (named.length === 0 || named.includes(alias)),
        );
        const many = locked.filter((item) => !isOneByConstants(item, block));
        if (many.length === 0) continue;
        const names = many.map(({ table, alias }) => table?.name ?? alias);
        yield { message: `Rows of ${names.join(', ')} are locked in whatever order they are met.`, objects: names };
      }
    }
  },
});
