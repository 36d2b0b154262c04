import { blocking, blocksItself, listed } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';
import { alterTableCommands } from '../sql/alter-table.ts';

export default defineMigrationRule({
  id: 'alter-type-recheck',
  group: 'locks',
  severity: 'error',
  title: 'A new type checks all rows again',
  why: 'The rows stay as they are, but a constraint on the column is made again, and every row checked under ACCESS EXCLUSIVE: nobody reads or writes the table meanwhile.',
  todo: 'Drop the constraint, change the type, add the constraint NOT VALID in the same transaction, and validate it in the next.',
  bad: [
    { base: "CREATE TABLE t (a varchar(10) CHECK (a <> ''))", sql: 'ALTER TABLE t ALTER a TYPE varchar(20)' },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s."T" (a varchar(10), b text, CONSTRAINT c CHECK (a < b))',
      sql: 'ALTER TABLE s."T" ALTER COLUMN a SET DATA TYPE text',
    },
    {
      base: "CREATE TABLE p (k int, a varchar(3) CHECK (a <> '')) PARTITION BY LIST (k); CREATE TABLE c PARTITION OF p DEFAULT",
      sql: 'ALTER TABLE p ALTER a TYPE varchar(4)',
    },
  ],
  good: [
    { base: 'CREATE TABLE t (a varchar(10), b int CHECK (b > 0))', sql: 'ALTER TABLE t ALTER a TYPE varchar(20)' },
    { base: 'CREATE TABLE t (a int CHECK (a > 0))', sql: 'ALTER TABLE t ALTER a TYPE bigint' },
    {
      base: "CREATE TABLE t (a varchar(10) CONSTRAINT c CHECK (a <> ''))",
      sql: `-- plumb:up
        ALTER TABLE t DROP CONSTRAINT c;
        ALTER TABLE t ALTER a TYPE varchar(20);
        ALTER TABLE t ADD CONSTRAINT c CHECK (a <> '') NOT VALID;
        -- plumb:up
        ALTER TABLE t VALIDATE CONSTRAINT c;`,
    },
  ],
  *check(view) {
    for (const step of view.steps) {
      const { rewrites = [], rebuilds = [], scans = [] } = step.observation ?? {};
      if (rewrites.length + rebuilds.length > 0 || scans.length === 0) continue;
      const commands = alterTableCommands(step);
      if (!commands.some(({ subtype }) => subtype === 'AT_AlterColumnType')) continue;
      // what else is asked for has reasons of its own to look at the rows
      if (commands.some(({ subtype }) => subtype === 'AT_AddConstraint' || subtype === 'AT_SetNotNull')) continue;
      yield blocking(
        step,
        view,
        `With the new type, every row of ${listed(scans)} is checked again while nobody can read or write ${listed(blocksItself(step))}.`,
      );
    }
  },
});
