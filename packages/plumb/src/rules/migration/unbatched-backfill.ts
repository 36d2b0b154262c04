import { sectionsOf, unitsOf } from '@pgplumb/migrate/files';
import type { Node, RangeVar } from 'libpg-query';
import type { Catalog } from '../../catalog/catalog-object.ts';
import { columnId } from '../../catalog/kinds/column/column-facts.ts';
import { isInBatches } from '../backfill-section.ts';
import { severityAtSize } from '../blocked.ts';
import { defineMigrationRule, type MigrationView, type Report, type StepView } from '../rule.ts';
import { written } from '../sql/alter-table.ts';
import { fewRowsMeant } from '../sql/few-rows-meant.ts';
import { hasPrimaryKey } from '../sql/has-primary-key.ts';
import { nodesOf } from '../sql/nodes-of.ts';
import { inSections } from '../sql/sections.ts';
import { seenName } from '../sql/seen-name.ts';
import { statementsWithin } from '../sql/statements-within.ts';

export default defineMigrationRule({
  id: 'unbatched-backfill',
  group: 'locks',
  severity: 'warning',
  title: 'Many rows are changed in one transaction',
  why: 'Every row that it reaches stays locked until all are done, nothing can be cleaned up meanwhile, and replicas fall behind. If it fails late, all of it was in vain.',
  todo: 'Let plumb do it in batches: put it into a section `-- plumb:up backfill table=… batch=1000`, apart from changes of the schema.',
  bad: [
    {
      base: 'CREATE TABLE users (id int PRIMARY KEY, name text, display_name text)',
      sql: 'UPDATE users SET display_name = name WHERE display_name IS NULL',
    },
    {
      base: 'CREATE TABLE users (id int PRIMARY KEY, name text)',
      sql: "ALTER TABLE users ADD COLUMN slug text; UPDATE users SET slug = 'none'",
    },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s."Order" (id int PRIMARY KEY, total numeric, c int); CREATE TABLE s.c (id int, total numeric)',
      sql: 'UPDATE s."Order" o SET total = c.total FROM s.c WHERE c.id = o.c',
    },
    {
      base: 'CREATE TABLE t (id int PRIMARY KEY, at timestamptz)',
      sql: "DELETE FROM t WHERE at < now() - interval '1 year'",
    },
    {
      base: 'CREATE TABLE t (id int PRIMARY KEY, a int, b int)',
      sql: 'DO $$ BEGIN UPDATE t SET b = a WHERE b IS NULL; END $$',
    },
    {
      base: 'CREATE TABLE t (id int PRIMARY KEY, a int); CREATE TABLE u (id int PRIMARY KEY, a int)',
      sql: 'MERGE INTO t USING u ON u.id = t.id WHEN MATCHED THEN UPDATE SET a = u.a',
      majors: [18],
    },
    { base: 'CREATE TABLE t (id int PRIMARY KEY, a int)', sql: 'UPDATE t SET a = 1 WHERE id > 1000 AND a IS NULL' },
  ],
  good: [
    { base: 'CREATE TABLE t (id int PRIMARY KEY, a int)', sql: 'UPDATE t SET a = 1 WHERE id = 5' },
    { base: 'CREATE TABLE t (id int, k text UNIQUE, a int)', sql: "UPDATE t SET a = 1 WHERE k = 'x' AND a IS NULL" },
    { base: 'CREATE TABLE t (id int PRIMARY KEY, a int)', sql: 'DELETE FROM t WHERE id IN (1, 2, 3)' },
    {
      base: 'CREATE TABLE t (id int PRIMARY KEY, a int)',
      sql: 'UPDATE t SET a = 1 WHERE id IN (SELECT id FROM t WHERE a IS NULL ORDER BY id LIMIT 1000)',
    },
    { base: 'CREATE TABLE t (id int PRIMARY KEY, a int)', sql: 'UPDATE t SET a = 1 WHERE id BETWEEN 1 AND 1000' },
    { base: 'CREATE TABLE t (id int PRIMARY KEY, a int)', sql: 'UPDATE t SET a = 1 WHERE id >= 1 AND id < 1000' },
    {
      base: 'CREATE TABLE t (id int PRIMARY KEY, a int, b int)',
      sql: '-- plumb:up backfill table=t batch=500\nUPDATE t SET b = a WHERE b IS NULL;',
    },
    { sql: 'CREATE TABLE t (id int); INSERT INTO t VALUES (1); UPDATE t SET id = 2' },
    {
      base: 'CREATE TABLE t (id int PRIMARY KEY, a int, b int)',
      sql: 'WITH some AS (SELECT id FROM t WHERE b IS NULL LIMIT 100) UPDATE t SET b = t.a FROM some WHERE some.id = t.id',
    },
  ],
  *check(view) {
    for (const step of view.steps) {
      if (isInBatches(step)) continue;
      for (const tree of statementsWithin(step.tree)) {
        const tables = [...changes(tree, step, view)];
        if (tables.length === 0) continue;
        yield {
          step,
          message: `It may reach many rows of ${tables.join(', ')}, which all stay locked until the last is done.`,
          objects: tables,
          severity: severityAtSize(tables, view, 'warning'),
          evidence: { ...step.observation },
          ...(tree === step.tree ? inBatches(step, view.before, tables) : {}),
        };
        break;
      }
    }
  },
});

/** In a section of its own, where plumb can run it in batches. */
function inBatches(
  { sql, tree }: StepView,
  before: Catalog,
  [table, ...others]: readonly string[],
): { readonly fix?: NonNullable<Report['fix']> } {
  if (tree === null || table === undefined || others.length > 0 || !hasPrimaryKey(before, table)) return {};
  const relation =
    'UpdateStmt' in tree ? tree.UpdateStmt.relation : 'DeleteStmt' in tree ? tree.DeleteStmt.relation : undefined;
  if (relation === undefined) return {};
  const name = written(relation);
  const fix = inSections({ mode: `backfill table=${/\s/.test(name) ? '' : name}`, statements: [sql] });
  return isReadable(fix) ? { fix: { description: 'Let plumb run it in batches.', sql: fix } } : {};
}

function isReadable(text: string): boolean {
  try {
    return unitsOf(sectionsOf({ name: 'fix.sql', text }).up).length === 1;
  } catch {
    return false;
  }
}

/** Tables from before of which a statement changes more rows than are named. */
function* changes(tree: Node, step: StepView, { before }: MigrationView): Generator<string> {
  const meant = (relation: RangeVar | undefined): string | null =>
    relation === undefined ? null : seenName({ ...step.observation?.held, ...step.observation?.locks }, relation);
  for (const { UpdateStmt: update } of nodesOf(tree, 'UpdateStmt')) {
    const table = meant(update.relation);
    if (table === null || fewRowsMeant(tree, update.whereClause, { table, before })) continue;
    const [schema = '', name = ''] = splitName(table);
    const computed = (update.targetList ?? []).some(
      (each) =>
        'ResTarget' in each &&
        ([...nodesOf(each.ResTarget.val, 'ColumnRef')].length > 0 ||
          !before.objects.has(columnId(schema, name, each.ResTarget.name ?? ''))),
    );
    // a constant for every row overwrites what was there, which is told as a loss
    if (update.whereClause !== undefined || computed) yield table;
  }
  for (const { DeleteStmt: remove } of nodesOf(tree, 'DeleteStmt')) {
    const table = meant(remove.relation);
    if (table === null || remove.whereClause === undefined) continue;
    if (!fewRowsMeant(tree, remove.whereClause, { table, before })) yield table;
  }
  for (const { MergeStmt: merge } of nodesOf(tree, 'MergeStmt')) {
    const table = meant(merge.relation);
    const isMatched = [...nodesOf(merge.mergeWhenClauses, 'MergeWhenClause')].some(
      ({ MergeWhenClause: { commandType } }) => commandType === 'CMD_UPDATE' || commandType === 'CMD_DELETE',
    );
    const fromTable = merge.sourceRelation !== undefined && 'RangeVar' in merge.sourceRelation;
    if (table !== null && isMatched && fromTable && !fewRowsMeant(tree, merge.joinCondition, { table, before }))
      yield table;
  }
}

function splitName(table: string): readonly string[] {
  const at = table.indexOf('.');
  return [table.slice(0, at), table.slice(at + 1)];
}
