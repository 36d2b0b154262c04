import { numberOf } from '../../tree/plan-tree.ts';
import { shop } from '../examples/shop.ts';
import { figure, figureOf } from '../figures.ts';
import { definePlanFinding } from '../plan-finding.ts';
import { readRows, relationName } from '../relation-of.ts';

export default definePlanFinding({
  id: 'dead-row-bloat',
  from: 'execution',
  severity: 'warning',
  title: 'Many pages are read for few rows',
  why: 'Pages are full of dead rows, or of room that they left: each scan reads them all the same.',
  todo: 'VACUUM the table, look for old transactions that keep dead rows alive, and make autovacuum come sooner. Room that is already lost comes back by pg_repack or VACUUM FULL.',
  bad: [
    {
      base: `${shop}DELETE FROM orders WHERE id % 25 <> 0; ANALYZE orders;`,
      sql: 'SELECT count(note) FROM orders WHERE amount >= 0',
    },
    {
      base: `${shop}UPDATE labels SET name = name; DELETE FROM orders WHERE id > 1500; VACUUM (TRUNCATE off) orders; ANALYZE orders;`,
      sql: 'SET enable_indexscan = off; SET enable_bitmapscan = off; SELECT max(note) FROM orders',
    },
  ],
  good: [
    { base: shop, sql: 'SELECT count(note) FROM orders WHERE amount >= 0' },
    {
      base: `${shop}DELETE FROM orders WHERE id > 1500; VACUUM FULL orders; ANALYZE orders;`,
      sql: 'SELECT max(note) FROM orders',
    },
  ],
  *check(view) {
    for (const node of view.plan.nodes) {
      const rows = readRows(node);
      const pages = (numberOf(node, 'Shared Hit Blocks') ?? 0) + (numberOf(node, 'Shared Read Blocks') ?? 0);
      if (!/Seq Scan$/.test(node.type) || rows === null || pages < 500) continue;
      // a row without its columns takes 28 bytes; those that aren't asked for are guessed at 400
      const most = (rows * (28 + 400 + (node.width ?? 0))) / 8192;
      const dead = view.sizes?.get(relationName(node, view))?.deadRows ?? 0;
      if (pages < most * 2 && dead < rows) continue;
      const name = relationName(node, view);
      yield {
        message: `${figureOf(pages, 'page')} of ${name} are read for ${figureOf(rows, 'row')}: ${figure(rows / pages)} in each.`,
        node,
        objects: [name],
        evidence: { pages, rows, dead },
        remedies: [{ kind: 'run', description: 'Make room for new rows', sql: `VACUUM (ANALYZE) ${name};` }],
      };
    }
  },
});
