import { qualified } from '../../catalog/identifier.ts';
import { isIndex } from '../../catalog/kinds/index/index-facts.ts';
import { isTable } from '../../catalog/kinds/table/table-facts.ts';
import { failedStep } from '../failed-step.ts';
import { defineMigrationRule, type MigrationView, type StepView } from '../rule.ts';
import { namesIn, written } from '../sql/alter-table.ts';

export default defineMigrationRule({
  id: 'concurrently-on-partitioned',
  group: 'locks',
  severity: 'error',
  title: 'Partitioned tables know no CONCURRENTLY',
  why: 'PostgreSQL refuses to build or drop an index of a partitioned table CONCURRENTLY.',
  todo: '`CREATE INDEX … ON ONLY` the parent, `CREATE INDEX CONCURRENTLY` on each partition, then `ALTER INDEX … ATTACH PARTITION` each: the last makes it valid.',
  over: ['invalid-index-kept'],
  bad: [
    {
      base: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE c PARTITION OF p FOR VALUES IN (1)',
      sql: 'CREATE INDEX CONCURRENTLY i ON p (a)',
    },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s."P" (a int) PARTITION BY RANGE (a)',
      sql: 'CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON s."P" (a)',
    },
    {
      base: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE c PARTITION OF p FOR VALUES IN (1); CREATE INDEX i ON p (a)',
      sql: 'DROP INDEX CONCURRENTLY i',
    },
  ],
  good: [
    {
      base: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE c PARTITION OF p FOR VALUES IN (1)',
      sql: 'CREATE INDEX CONCURRENTLY i ON c (a)',
    },
    {
      base: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE c PARTITION OF p FOR VALUES IN (1)',
      sql: `-- plumb:up
        CREATE INDEX p_a ON ONLY p (a);
        -- plumb:up no-transaction
        CREATE INDEX CONCURRENTLY c_a ON c (a);
        -- plumb:up
        ALTER INDEX p_a ATTACH PARTITION c_a;`,
    },
    { base: 'CREATE TABLE t (a int)', sql: 'CREATE INDEX CONCURRENTLY i ON t (a)' },
    {
      base: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE c PARTITION OF p FOR VALUES IN (1); CREATE INDEX i ON p (a)',
      sql: 'REINDEX INDEX CONCURRENTLY i',
    },
  ],
  *check(view) {
    const failed = failedStep(view);
    for (const step of view.steps) {
      // where it went well, it was none
      const name = step.observation === null ? partitionedIn(step, view) : null;
      if (name === null) continue;
      yield {
        step,
        message: `${name} is partitioned, and PostgreSQL refuses CONCURRENTLY there.`,
        objects: [name],
        evidence: step === failed?.step ? { sqlstate: failed.sqlstate } : {},
      };
    }
  },
});

function partitionedIn({ tree }: StepView, { before, migrations }: MigrationView): string | null {
  const objects = [before, ...migrations.flatMap(({ after }) => after ?? [])].flatMap((state) => [
    ...state.objects.values(),
  ]);
  const isNamed = (path: readonly string[], facts: { readonly schema: string; readonly name: string }): boolean =>
    path.at(-1) === facts.name && (path.length < 2 || path.at(-2) === facts.schema);
  if (tree !== null && 'IndexStmt' in tree && tree.IndexStmt.concurrent) {
    const { relation = {} } = tree.IndexStmt;
    const path = [...(relation.schemaname === undefined ? [] : [relation.schemaname]), relation.relname ?? ''];
    const found = objects.filter(isTable).some(({ facts }) => facts.partitionKey !== null && isNamed(path, facts));
    return found ? written(relation) : null;
  }
  if (tree === null || !('DropStmt' in tree) || !tree.DropStmt.concurrent) return null;
  for (const object of tree.DropStmt.objects ?? []) {
    const path = 'List' in object ? namesIn(object.List.items) : [];
    const index = objects
      .filter(isIndex)
      .find(({ facts }) => facts.relation === 'partitioned-table' && isNamed(path, facts));
    if (index !== undefined) return qualified(index.facts.schema, index.facts.name);
  }
  return null;
}
