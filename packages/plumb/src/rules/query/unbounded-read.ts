import { defineQueryRule } from '../rule.ts';
import { aggregates } from '../sql/aggregates.ts';
import { isAlwaysTrue } from '../sql/always-true.ts';
import { isLimited } from '../sql/is-limited.ts';
import { isNode, startOf } from '../sql/nodes-of.ts';
import { conjuncts, type QueryBlock, queryBlocks } from '../sql/query-blocks.ts';

const base =
  'CREATE TABLE events (id int PRIMARY KEY, kind text, user_id int); CREATE TABLE users (id int PRIMARY KEY); CREATE VIEW recent AS SELECT id FROM events WHERE id > 100';

export default defineQueryRule({
  id: 'unbounded-read',
  group: 'queries',
  severity: 'info',
  title: 'Reads a whole table',
  why: 'Every row goes to the application and into its memory. That is nothing today, and grows with the table.',
  todo: 'Add a WHERE or a LIMIT and page by key, or read with a cursor where all of it is wanted.',
  bad: [
    { base, sql: 'SELECT id, kind FROM events' },
    { base, sql: 'SELECT e.id FROM public.events e ORDER BY e.id DESC' },
    { base, sql: 'SELECT e.id FROM events e JOIN users u ON u.id = e.user_id' },
    { base, sql: 'SELECT id FROM users UNION ALL SELECT id FROM events' },
    { base, sql: 'WITH e AS (SELECT 1) SELECT kind FROM events WHERE true' },
    { base, sql: 'SELECT id FROM events WHERE 1 = 1 LIMIT ALL' },
    { base, sql: 'SELECT id, (SELECT count(*) FROM users) FROM events' },
  ],
  good: [
    { base, sql: 'SELECT id, kind FROM events WHERE id > $1' },
    { base, sql: 'SELECT id FROM events ORDER BY id LIMIT 50' },
    { base, sql: 'SELECT count(*) FROM events' },
    { base, sql: 'SELECT kind, count(*) FROM events GROUP BY kind' },
    { base, sql: 'SELECT DISTINCT kind FROM events' },
    { base, sql: 'SELECT e.id FROM (SELECT id FROM events WHERE id < 5) e' },
    { base, sql: 'SELECT id FROM recent' },
    { base, sql: 'SELECT id FROM users UNION ALL SELECT id FROM events LIMIT 5' },
    { base, sql: 'INSERT INTO users SELECT user_id FROM events' },
    { base, sql: 'DECLARE c CURSOR FOR SELECT id FROM events' },
    { base, sql: 'SELECT jsonb_agg(kind) FROM events' },
    { base, sql: 'SELECT id FROM events FETCH FIRST ROW ONLY' },
  ],
  *check({ tree, catalog }) {
    if (!isNode(tree, 'SelectStmt') || isLimited(tree.SelectStmt)) return;
    for (const block of queryBlocks(tree, catalog)) {
      if (block.place !== 'top' || block.outer !== null || !isUnbounded(block)) continue;
      const [first] = block.from;
      const names = block.from.flatMap(({ table }) => table?.name ?? []);
      yield { message: `All rows of ${names.join(', ')} are read.`, objects: names, at: startOf(first?.node) };
      // one for the whole of a UNION
      return;
    }
  },
});

function isUnbounded({ select, from, where }: QueryBlock): boolean {
  if (select === null || from.length === 0 || from.some(({ table }) => table === null)) return false;
  const isAlways = where === null || [...conjuncts(where)].every(isAlwaysTrue);
  const { targetList, groupClause = [], distinctClause = [], havingClause } = select;
  const isReduced =
    groupClause.length > 0 || distinctClause.length > 0 || havingClause !== undefined || aggregates(targetList);
  return isAlways && !isLimited(select) && !isReduced;
}
