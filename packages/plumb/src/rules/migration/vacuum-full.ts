import { listed, severityAtSize } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';
import { nodesOf } from '../sql/nodes-of.ts';
import { keptFromWriters } from '../strong-locks.ts';

export default defineMigrationRule({
  id: 'vacuum-full',
  group: 'locks',
  severity: 'error',
  title: 'VACUUM FULL writes tables anew',
  why: 'It holds ACCESS EXCLUSIVE while every row and every index is written anew: nobody reads or writes the table meanwhile, and as much disk is needed again.',
  todo: 'VACUUM without FULL makes room for new rows while others work. To give disk back, use pg_repack or pg_squeeze; to mend an index, REINDEX CONCURRENTLY.',
  bad: [
    { base: 'CREATE TABLE t (a int)', sql: 'VACUUM FULL t' },
    { base: 'CREATE SCHEMA s; CREATE TABLE s."T" (a int PRIMARY KEY)', sql: 'VACUUM (FULL, ANALYZE) s."T"' },
    { base: 'CREATE TABLE t (a int)', sql: 'VACUUM FULL' },
    { base: 'CREATE TABLE t (a int)', sql: '-- plumb:up no-transaction\nVACUUM FULL VERBOSE ANALYZE t' },
  ],
  good: [
    { base: 'CREATE TABLE t (a int)', sql: 'VACUUM t' },
    { base: 'CREATE TABLE t (a int)', sql: 'VACUUM (FULL false, ANALYZE) t' },
    { base: 'CREATE TABLE t (a int)', sql: '-- VACUUM FULL t\nVACUUM (ANALYZE, FREEZE) t' },
    { base: 'CREATE TABLE t (a int)', sql: 'ANALYZE t' },
  ],
  *check(view) {
    for (const step of view.steps) {
      const { tree, observation } = step;
      if (tree === null || !('VacuumStmt' in tree)) continue;
      const full = [...nodesOf(tree.VacuumStmt.options, 'DefElem')].some(
        ({ DefElem: { defname, arg } }) =>
          defname === 'full' && !/"(?:false|off|0)"|"ival":\{\}/.test(JSON.stringify(arg ?? '')),
      );
      const tables = keptFromWriters(observation?.locks);
      const named = (tree.VacuumStmt.rels ?? []).length > 0;
      // what it names was made by the migration
      if (!full || (named && observation !== null && tables.length === 0)) continue;
      yield {
        step,
        message: `${tables.length === 0 ? 'Every table' : listed(tables)} is written anew, one after the other, and nobody can read or write it meanwhile.`,
        objects: tables,
        severity: severityAtSize(tables, view, 'error'),
        evidence: { ...observation, seconds: step.seconds },
      };
    }
  },
});
