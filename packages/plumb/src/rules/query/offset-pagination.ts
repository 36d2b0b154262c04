import { defineQueryRule } from '../rule.ts';
import { startOf } from '../sql/nodes-of.ts';
import { queryBlocks } from '../sql/query-blocks.ts';

export default defineQueryRule({
  id: 'offset-pagination',
  group: 'queries',
  severity: 'warning',
  title: 'Pages by OFFSET',
  why: 'PostgreSQL reads and throws away every row before the page, so each further page is slower; rows that come or go meanwhile are shown twice or never.',
  todo: 'Page by key: `WHERE (created_at, id) < ($1, $2) ORDER BY created_at DESC, id DESC LIMIT $3`.',
  bad: [
    { base: 'CREATE TABLE t (id int)', sql: 'SELECT id FROM t ORDER BY id LIMIT 20 OFFSET 1000' },
    { base: 'CREATE TABLE t (id int)', sql: 'SELECT id FROM t ORDER BY id LIMIT $1 OFFSET $2' },
    {
      base: 'CREATE TABLE t (id int)',
      sql: 'SELECT * FROM (SELECT id FROM t ORDER BY id OFFSET 500 ROWS FETCH NEXT 10 ROWS ONLY) x',
    },
  ],
  good: [
    { base: 'CREATE TABLE t (id int)', sql: 'SELECT id FROM t WHERE id > $1 ORDER BY id LIMIT 20' },
    { base: 'CREATE TABLE t (id int)', sql: 'SELECT id FROM t ORDER BY id LIMIT 20 OFFSET 0' },
    { base: 'CREATE TABLE t (id int)', sql: 'SELECT id FROM (SELECT id FROM t OFFSET 0) x' },
    { base: 'CREATE TABLE t (id int)', sql: 'SELECT n FROM generate_series(1, 9000) AS n LIMIT 10 OFFSET 500' },
  ],
  *check({ tree, catalog }) {
    for (const { select, from } of queryBlocks(tree, catalog)) {
      const offset = select?.limitOffset;
      if (offset === undefined || (from.length > 0 && from.every(({ kind }) => kind === 'other'))) continue;
      const constant = 'A_Const' in offset ? offset.A_Const.ival : null;
      // OFFSET 0 keeps a sub-select apart, and one page on is no deep one
      if (constant !== null && constant !== undefined && (constant.ival ?? 0) < 100) continue;
      if (constant === undefined && 'A_Const' in offset && offset.A_Const.isnull) continue;
      yield { message: 'The page is found by counting the rows before it.', at: startOf(offset) };
    }
  },
});
