import { defineQueryRule } from '../rule.ts';
import { isAlwaysTrue } from '../sql/always-true.ts';
import { startOf } from '../sql/nodes-of.ts';
import { conjuncts, queryBlocks } from '../sql/query-blocks.ts';

const base = 'CREATE TABLE users (id int PRIMARY KEY, active boolean NOT NULL, team int)';

export default defineQueryRule({
  id: 'update-or-delete-without-where',
  group: 'queries',
  severity: 'error',
  title: 'Changes every row',
  why: 'Every row is changed and locked until the transaction ends, and an UPDATE writes the whole table anew. Mostly a condition was forgotten.',
  todo: 'Say which rows with WHERE. To empty a table on purpose use TRUNCATE; to change all of a large one, do it in batches.',
  bad: [
    { base, sql: 'DELETE FROM users' },
    { base, sql: 'UPDATE users SET active = false' },
    { base, sql: 'UPDATE public.users u SET active = $1 WHERE true' },
    { base, sql: 'DELETE FROM ONLY users WHERE 1 = 1 RETURNING id' },
    { base, sql: 'DELETE FROM users WHERE 1 = 1 OR id = 5' },
    { base, sql: 'DELETE FROM users WHERE NOT false' },
    { base, sql: 'WITH gone AS (DELETE FROM users RETURNING id) SELECT count(*) FROM gone' },
    { base, sql: 'UPDATE users SET team = v.team FROM (VALUES (1)) AS v (team)' },
  ],
  good: [
    { base, sql: 'DELETE FROM users WHERE id = $1' },
    { base, sql: 'WITH v AS (SELECT 1 AS id) UPDATE users SET active = false FROM v WHERE v.id = users.id' },
    { base, sql: 'UPDATE users SET active = false WHERE team = ANY ($1)' },
    { base, sql: 'UPDATE users u SET team = v.team FROM (VALUES (1, 2)) AS v (id, team) WHERE v.id = u.id' },
    { base, sql: 'INSERT INTO users VALUES (1, true, 1) ON CONFLICT (id) DO UPDATE SET active = excluded.active' },
    { base, sql: 'SELECT id FROM users WHERE id = 1 FOR UPDATE' },
  ],
  *check({ tree, catalog }) {
    for (const {
      kind,
      where,
      from: [target],
    } of queryBlocks(tree, catalog)) {
      if (kind === 'select' || target === undefined) continue;
      if (where !== null && ![...conjuncts(where)].every(isAlwaysTrue)) continue;
      const name = target.table?.name ?? target.alias;
      const verb = kind === 'update' ? 'changes' : 'deletes';
      yield {
        message: `This ${verb} every row of ${name}${where === null ? '' : '; its WHERE leaves out none'}.`,
        objects: [name],
        at: startOf(target.node),
      };
    }
  },
});
