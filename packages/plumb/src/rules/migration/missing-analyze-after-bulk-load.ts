import type { RangeVar } from 'libpg-query';
import { defineMigrationRule, type StepView } from '../rule.ts';
import { namesIn, written } from '../sql/alter-table.ts';
import { nodesOf } from '../sql/nodes-of.ts';

export default defineMigrationRule({
  id: 'missing-analyze-after-bulk-load',
  group: 'locks',
  severity: 'info',
  title: 'Many rows that nobody has counted',
  why: 'Until autovacuum comes by, the planner believes the table to be as it was, empty perhaps, and queries may take the wrong way for minutes.',
  todo: 'ANALYZE the table at the end of the migration.',
  bad: [
    { base: 'CREATE TABLE t (a int)', sql: 'CREATE TABLE u (a int); INSERT INTO u SELECT a FROM t' },
    { base: 'CREATE SCHEMA s; CREATE TABLE s."T" (a int)', sql: 'CREATE TABLE s.u AS SELECT * FROM s."T"' },
    {
      base: 'CREATE TABLE t (a int); CREATE TABLE u (a int)',
      sql: 'INSERT INTO u (a) SELECT a FROM t WHERE a > 0; ANALYZE t',
    },
    { base: 'CREATE TABLE t (a int)', sql: 'INSERT INTO t SELECT g FROM generate_series(1, 100000) g' },
  ],
  good: [
    { base: 'CREATE TABLE t (a int)', sql: 'INSERT INTO t SELECT g FROM generate_series(1, 100) g' },
    { base: 'CREATE TABLE t (a int)', sql: 'CREATE TABLE u (a int); INSERT INTO u SELECT a FROM t; ANALYZE u' },
    { base: 'CREATE TABLE t (a int)', sql: 'INSERT INTO t VALUES (1), (2)' },
    { base: 'CREATE TABLE t (a int); CREATE TABLE u (a int)', sql: 'INSERT INTO u SELECT max(a) FROM t' },
    { base: 'CREATE TABLE t (a int); CREATE TABLE u (a int)', sql: 'INSERT INTO u SELECT a FROM t LIMIT 10; ANALYZE' },
    { base: 'CREATE TABLE t (a int)', sql: 'CREATE TEMP TABLE u AS SELECT a FROM t' },
    { base: 'CREATE TABLE t (a int)', sql: 'CREATE MATERIALIZED VIEW m AS SELECT a FROM t' },
  ],
  *check({ steps, sizes }) {
    for (const [at, step] of steps.entries()) {
      const relation = loaded(step);
      const scans = step.observation?.scans ?? [];
      const made = generatesMany(step);
      if (relation === null || (scans.length === 0 && !made)) continue;
      const counts = scans.map((table) => sizes?.get(table)?.rows ?? null);
      if (!made && counts.every((count) => count !== null && count < many)) continue;
      const isCounted = steps.slice(at + 1).some((each) => analyzes(each, relation));
      if (isCounted) continue;
      const name = written(relation);
      yield {
        step,
        message: `${name} gets rows of ${scans.join(', ') || 'a long series'}, and no ANALYZE follows.`,
        objects: [name],
      };
    }
  },
});

/** The table that a statement fills from others; those that only sum up add few rows. */
function loaded({ tree }: StepView): RangeVar | null {
  if (tree === null) return null;
  const [relation, query] =
    'InsertStmt' in tree
      ? [tree.InsertStmt.relation, tree.InsertStmt.selectStmt]
      : 'CreateTableAsStmt' in tree && tree.CreateTableAsStmt.objtype !== 'OBJECT_MATVIEW'
        ? [tree.CreateTableAsStmt.into?.rel, tree.CreateTableAsStmt.query]
        : [];
  if (relation === undefined || relation.relpersistence === 't' || query === undefined || !('SelectStmt' in query))
    return null;
  const { limitCount, targetList = [], valuesLists, groupClause } = query.SelectStmt;
  const sums =
    groupClause === undefined && JSON.stringify(targetList).match(/"sval":"(?:max|min|count|sum|avg)"/) !== null;
  return limitCount !== undefined || valuesLists !== undefined || sums ? null : relation;
}

const many = 10_000;

/** `generate_series(1, 100000)` */
function generatesMany({ tree }: StepView): boolean {
  return [...nodesOf(tree, 'FuncCall')].some(({ FuncCall: { funcname, args = [] } }) => {
    const [from, to] = args.map((each) => ('A_Const' in each ? (each.A_Const.ival?.ival ?? null) : null));
    return namesIn(funcname).at(-1) === 'generate_series' && from != null && to != null && to - from >= many;
  });
}

function analyzes({ tree }: StepView, { relname }: RangeVar): boolean {
  if (tree === null || !('VacuumStmt' in tree)) return false;
  const { rels = [], is_vacuumcmd: vacuums, options = [] } = tree.VacuumStmt;
  if (vacuums && !JSON.stringify(options).includes('"defname":"analyze"')) return false;
  return (
    rels.length === 0 ||
    rels.some((each) => 'VacuumRelation' in each && each.VacuumRelation.relation?.relname === relname)
  );
}
