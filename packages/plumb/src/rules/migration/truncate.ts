import { defineMigrationRule } from '../rule.ts';
import { truncatedTables } from '../truncated-tables.ts';

export default defineMigrationRule({
  id: 'truncate',
  group: 'data',
  severity: 'error',
  title: 'A table is emptied',
  why: 'All rows are gone, triggers for DELETE don’t run, and only a backup brings them back. Readers wait for the ACCESS EXCLUSIVE lock, and older snapshots see an empty table.',
  todo: 'Take it out of the migration. If rows have to go, delete those that you mean with a WHERE, in batches.',
  over: ['blocks-others', 'ddl-in-do-block-or-function'],
  bad: [
    { base: 'CREATE TABLE logs (id int)', sql: 'TRUNCATE logs' },
    {
      base: 'CREATE SCHEMA app; CREATE TABLE app."Log" (id serial); CREATE TABLE app.b (a int)',
      sql: 'TRUNCATE TABLE ONLY app."Log", app.b RESTART IDENTITY',
    },
    {
      base: 'CREATE TABLE m (a int) PARTITION BY RANGE (a); CREATE TABLE m1 PARTITION OF m DEFAULT',
      sql: 'TRUNCATE m',
    },
    { base: 'CREATE TABLE logs (id int)', sql: 'DO $$ BEGIN TRUNCATE logs; END $$' },
  ],
  good: [
    { sql: 'CREATE TABLE t (a int); TRUNCATE t' },
    { base: 'CREATE TABLE t (a int)', sql: 'CREATE TEMP TABLE x AS SELECT * FROM t; TRUNCATE x' },
    { base: 'CREATE TABLE t (a int)', sql: 'DELETE FROM t WHERE a = 7' },
    { base: 'CREATE TABLE t (a int)', sql: "COMMENT ON TABLE t IS 'truncate it at night'" },
  ],
  *check(view) {
    for (const step of view.steps) {
      const { named, others } = truncatedTables(step, view);
      const objects = [...named, ...others];
      if (objects.length > 0) yield { step, message: `All rows of ${objects.join(', ')} are deleted.`, objects };
    }
  },
});
