import { chosenName } from '../../catalog/object-name.ts';
import { blocking, blocksItself, listed } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';
import { addedConstraints } from '../sql/alter-table.ts';
import { columnOfCheck } from '../sql/column-of-check.ts';
import { validatedLater } from '../sql/validated-later.ts';

export default defineMigrationRule({
  id: 'add-check-valid',
  group: 'locks',
  severity: 'error',
  title: 'A CHECK reads the whole table',
  why: 'PostgreSQL looks at every row under ACCESS EXCLUSIVE: nobody reads or writes the table meanwhile.',
  todo: 'Add it NOT VALID, which only new rows have to satisfy, and validate it in a later transaction.',
  bad: [
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0)' },
    { base: 'CREATE SCHEMA s; CREATE TABLE s."T" ("ä" int, b int)', sql: 'ALTER TABLE s."T" ADD CHECK ("ä" < b)' },
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE ONLY t ADD CHECK (a IS NOT NULL) NO INHERIT' },
    {
      base: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE c PARTITION OF p FOR VALUES IN (1)',
      sql: 'ALTER TABLE p ADD CONSTRAINT few CHECK (a < 10)',
    },
  ],
  good: [
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0) NOT VALID' },
    { sql: 'CREATE TABLE t (a int); ALTER TABLE t ADD CHECK (a > 0)' },
    { sql: 'CREATE TABLE t (a int CHECK (a > 0), CHECK (a < 5))' },
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t ADD CHECK (a > 0) NOT ENFORCED', majors: [18] },
  ],
  *check(view) {
    for (const each of addedConstraints(view, 'CONSTR_CHECK')) {
      const { step, relation, constraint } = each;
      const blocks = blocksItself(step);
      if (constraint.skip_validation || constraint.is_enforced === false || blocks.length === 0) continue;
      if (step.observation?.rewrites.length !== 0) continue;
      const name = chosenName(relation.relname ?? '', columnOfCheck(constraint), 'check');
      yield blocking(
        step,
        view,
        `Every row of ${listed(step.observation.scans)} is checked while nobody can read or write ${listed(blocks)}.`,
        validatedLater(each, name),
      );
    }
  },
});
