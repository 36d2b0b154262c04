import { chosenName } from '../../catalog/object-name.ts';
import { blocking, blocksItself, listed } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';
import { addedConstraints, namesIn, written } from '../sql/alter-table.ts';
import { isPartitioned } from '../sql/built-concurrently.ts';
import { seenName } from '../sql/seen-name.ts';
import { validatedLater } from '../sql/validated-later.ts';

export default defineMigrationRule({
  id: 'add-foreign-key-valid',
  group: 'locks',
  severity: 'error',
  title: 'A foreign key checks all rows at once',
  why: 'Both tables are locked with SHARE ROW EXCLUSIVE while every row is looked up: nobody writes to either meanwhile.',
  todo: 'Add it NOT VALID, which only new rows have to satisfy, and validate it in a later transaction.',
  bad: [
    {
      base: 'CREATE TABLE users (id int PRIMARY KEY); CREATE TABLE orders (id int PRIMARY KEY, user_id int); CREATE INDEX ON orders (user_id)',
      sql: 'ALTER TABLE orders ADD CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users (id)',
    },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s."User" (a int, b int, PRIMARY KEY (a, b)); CREATE TABLE s.o (a int, b int)',
      sql: 'ALTER TABLE ONLY s.o ADD FOREIGN KEY (a, b) REFERENCES s."User" ON DELETE CASCADE DEFERRABLE',
    },
    {
      base: 'CREATE TABLE t (id int PRIMARY KEY, parent int)',
      sql: 'ALTER TABLE t ADD FOREIGN KEY (parent) REFERENCES t',
    },
    {
      base: 'CREATE TABLE c (a int)',
      sql: 'CREATE TABLE p (a int PRIMARY KEY); ALTER TABLE c ADD FOREIGN KEY (a) REFERENCES p NOT DEFERRABLE, ALTER a SET DEFAULT 1',
    },
  ],
  good: [
    {
      base: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p_id int)',
      sql: 'ALTER TABLE c ADD FOREIGN KEY (p_id) REFERENCES p NOT VALID',
    },
    {
      base: 'CREATE TABLE p (id int PRIMARY KEY)',
      sql: 'CREATE TABLE c (p_id int); ALTER TABLE c ADD FOREIGN KEY (p_id) REFERENCES p',
    },
    {
      base: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p_id int)',
      sql: `-- plumb:up
        ALTER TABLE c ADD CONSTRAINT f FOREIGN KEY (p_id) REFERENCES p NOT VALID;
        -- plumb:up
        ALTER TABLE c VALIDATE CONSTRAINT f;`,
    },
    { sql: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p_id int REFERENCES p)' },
  ],
  *check(view) {
    for (const each of addedConstraints(view, 'CONSTR_FOREIGN')) {
      const { step, relation, constraint } = each;
      const { locks = {}, scans = [] } = step.observation ?? {};
      const table = seenName(locks, relation);
      if (constraint.skip_validation || table === null || scans.length === 0) continue;
      const parent = written(constraint.pktable ?? {});
      const name = chosenName(relation.relname ?? '', namesIn(constraint.fk_attrs).join('_'), 'fkey');
      // before 18, a partitioned table can't have one that isn't valid
      const canWait = view.major >= 18 || !isPartitioned(view.before, table);
      yield blocking(
        step,
        view,
        `Every row of ${table} is looked up in ${parent} while nobody can write to ${listed(blocksItself(step))}.`,
        canWait ? validatedLater(each, name) : {},
      );
    }
  },
});
