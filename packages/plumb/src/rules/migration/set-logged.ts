import { blocking, blocksItself, listed } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';
import { alterations } from '../sql/alter-table.ts';

export default defineMigrationRule({
  id: 'set-logged',
  group: 'locks',
  severity: 'error',
  title: 'LOGGED and UNLOGGED write the table anew',
  why: 'Every row and every index is written anew under ACCESS EXCLUSIVE, and on the way to LOGGED all of it into the WAL: nobody reads or writes the table meanwhile.',
  todo: 'Make a new table of the other kind, fill it in batches, and swap the names.',
  bad: [
    { base: 'CREATE UNLOGGED TABLE t (a int)', sql: 'ALTER TABLE t SET LOGGED' },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s."T" (a int PRIMARY KEY)',
      sql: 'ALTER TABLE IF EXISTS s."T" SET UNLOGGED',
    },
  ],
  good: [
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t SET LOGGED' },
    { sql: 'CREATE UNLOGGED TABLE t (a int); INSERT INTO t VALUES (1); ALTER TABLE t SET LOGGED' },
    { sql: 'CREATE UNLOGGED TABLE t (a int)' },
  ],
  *check(view) {
    for (const { step, command } of alterations(view, 'AT_SetLogged', 'AT_SetUnLogged')) {
      const { rewrites = [] } = step.observation ?? {};
      if (rewrites.length === 0) continue;
      const kind = command.subtype === 'AT_SetLogged' ? 'LOGGED' : 'UNLOGGED';
      yield blocking(
        step,
        view,
        `To make it ${kind}, ${listed(rewrites)} is written anew while nobody can read or write ${listed(blocksItself(step))}.`,
      );
    }
  },
});
