import { identifier, qualified } from '../../catalog/identifier.ts';
import { indexId, isIndex } from '../../catalog/kinds/index/index-facts.ts';
import { lockedRelation } from '../locked-relation.ts';
import { defineMigrationRule } from '../rule.ts';
import { nodesOf } from '../sql/nodes-of.ts';
import { inSections } from '../sql/sections.ts';

export default defineMigrationRule({
  id: 'invalid-index-kept',
  group: 'transaction',
  severity: 'warning',
  title: 'IF NOT EXISTS keeps an invalid index',
  why: 'CREATE INDEX CONCURRENTLY that is broken off leaves an index behind that is kept up to date and never used. Run again, IF NOT EXISTS finds its name and is content.',
  todo: 'Drop what an attempt before may have left (`DROP INDEX CONCURRENTLY IF EXISTS …`), and make the index without IF NOT EXISTS.',
  bad: [
    { base: 'CREATE TABLE t (a int)', sql: 'CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a)' },
    {
      base: 'CREATE SCHEMA app; CREATE TABLE app."T" (a int)',
      sql: '-- plumb:up no-transaction\nSET lock_timeout = 1000;\nCREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "I" ON app."T" (a);\n',
    },
    {
      base: 'CREATE TABLE m (a int) PARTITION BY RANGE (a); CREATE TABLE m1 PARTITION OF m DEFAULT; CREATE INDEX i ON ONLY m (a)',
      sql: 'CREATE INDEX IF NOT EXISTS i ON m (a)',
    },
  ],
  good: [
    { base: 'CREATE TABLE t (a int)', sql: 'CREATE INDEX CONCURRENTLY i ON t (a)' },
    { base: 'CREATE TABLE t (a int)', sql: 'CREATE INDEX IF NOT EXISTS i ON t (a)' },
    {
      base: 'CREATE TABLE t (a int)',
      sql: '-- plumb:up no-transaction\nDROP INDEX CONCURRENTLY IF EXISTS i;\nCREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a);\n',
    },
    { base: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a)', sql: 'CREATE INDEX IF NOT EXISTS i ON t (a)' },
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t ADD COLUMN IF NOT EXISTS b int' },
  ],
  *check({ before, steps }) {
    const dropped = new Set<string>();
    for (const step of steps) {
      for (const { DropStmt } of nodesOf(step.tree, 'DropStmt')) {
        const names = (DropStmt.objects ?? []).flatMap(
          (object) => [...nodesOf(object, 'String')].at(-1)?.String.sval ?? [],
        );
        for (const name of names) dropped.add(name);
      }
      const { tree } = step;
      if (tree === null || !('IndexStmt' in tree) || tree.IndexStmt.if_not_exists !== true) continue;
      const { idxname: name = '', concurrent = false, relation = {} } = tree.IndexStmt;
      const table = lockedRelation(step, relation);
      const schema = relation.schemaname ?? table?.schema ?? 'public';
      const there = before.objects.get(indexId(schema, name));
      const isInvalid = there !== undefined && isIndex(there) && !there.facts.valid;
      if (dropped.has(name) || !(isInvalid || concurrent)) continue;
      const index = qualified(schema, name);
      yield {
        step,
        message: isInvalid
          ? `${index} is there and invalid, and this leaves it so.`
          : `If an attempt before was broken off, ${index} is there and invalid, and this leaves it so.`,
        objects: [index],
        severity: isInvalid ? 'error' : 'warning',
        ...(concurrent
          ? {
              fix: {
                description: 'Drop what was left, and make it',
                sql: inSections({
                  mode: 'no-transaction',
                  statements: [
                    `DROP INDEX CONCURRENTLY IF EXISTS ${relation.schemaname === undefined ? identifier(name) : index}`,
                    step.sql.replace(/\bif\s+not\s+exists\s+/i, ''),
                  ],
                }),
              },
            }
          : {}),
      };
    }
  },
});
