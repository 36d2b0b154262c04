import { isIndex } from '../../catalog/kinds/index/index-facts.ts';
import { blocking } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';
import { seenName } from '../sql/seen-name.ts';

export default defineMigrationRule({
  id: 'refresh-materialized-view-blocking',
  group: 'locks',
  severity: 'error',
  title: 'Readers wait for a refresh',
  why: 'The view’s query runs under ACCESS EXCLUSIVE on the materialized view: nobody reads it meanwhile.',
  todo: 'REFRESH MATERIALIZED VIEW CONCURRENTLY, which needs a unique index on columns, without WHERE.',
  bad: [
    {
      base: 'CREATE TABLE t (a int); CREATE MATERIALIZED VIEW m AS SELECT a FROM t; CREATE UNIQUE INDEX ON m (a)',
      sql: 'REFRESH MATERIALIZED VIEW m',
    },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s.t (a int); CREATE MATERIALIZED VIEW s."M" AS SELECT a FROM s.t',
      sql: 'REFRESH MATERIALIZED VIEW s."M" WITH DATA',
    },
  ],
  good: [
    {
      base: 'CREATE TABLE t (a int); CREATE MATERIALIZED VIEW m AS SELECT DISTINCT a FROM t; CREATE UNIQUE INDEX ON m (a)',
      sql: 'REFRESH MATERIALIZED VIEW CONCURRENTLY m',
    },
    {
      base: 'CREATE TABLE t (a int)',
      sql: 'CREATE MATERIALIZED VIEW m AS SELECT a FROM t WITH NO DATA; REFRESH MATERIALIZED VIEW m',
    },
    {
      base: 'CREATE TABLE t (a int); CREATE MATERIALIZED VIEW m AS SELECT a FROM t WITH NO DATA',
      sql: 'REFRESH MATERIALIZED VIEW m',
    },
    {
      base: 'CREATE TABLE t (a int); CREATE MATERIALIZED VIEW m AS SELECT a FROM t',
      sql: 'REFRESH MATERIALIZED VIEW m WITH NO DATA',
    },
  ],
  *check(view) {
    const objects = [...view.before.objects.values()];
    for (const step of view.steps) {
      const { tree } = step;
      if (tree === null || !('RefreshMatViewStmt' in tree)) continue;
      const { relation = {}, concurrent, skipData } = tree.RefreshMatViewStmt;
      const name = seenName(step.observation?.locks ?? {}, relation);
      if (name === null || concurrent || skipData) continue;
      const empty = objects.some(
        ({ kind, facts, notes }) =>
          kind === 'materialized-view' &&
          'schema' in facts &&
          'name' in facts &&
          `${String(facts.schema)}.${String(facts.name)}` === name &&
          notes?.populated === false,
      );
      // nobody could read it before either
      if (empty) continue;
      const unique = objects
        .filter(isIndex)
        .some(
          ({ facts }) =>
            facts.unique &&
            facts.where === null &&
            [facts.table, `${facts.schema}.${facts.table}`].includes(name) &&
            facts.keys.every((key) => !key.includes('(')),
        );
      const sql = step.sql.replace(/\bmaterialized\s+view\b/i, '$& CONCURRENTLY');
      const fix = { description: 'Refresh it while others read.', sql: `${sql};` };
      yield blocking(step, view, `Nobody can read ${name} while its query runs.`, unique ? { fix } : {});
    }
  },
});
