import { chosenName } from '../../catalog/object-name.ts';
import { blocking, blocksItself, listed } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';
import { addedConstraints, namesIn } from '../sql/alter-table.ts';
import { onIndexBuiltBefore } from '../sql/on-index-built-before.ts';

export default defineMigrationRule({
  id: 'add-unique',
  group: 'locks',
  severity: 'error',
  title: 'UNIQUE builds its index under a lock',
  why: 'The index is built under ACCESS EXCLUSIVE: nobody reads or writes the table meanwhile.',
  todo: 'Build the index CONCURRENTLY first, and add the constraint USING INDEX.',
  bad: [
    { base: 'CREATE TABLE t (id int, email text)', sql: 'ALTER TABLE t ADD CONSTRAINT t_email UNIQUE (email)' },
    { base: 'CREATE SCHEMA s; CREATE TABLE s."T" (a int, "B" int)', sql: 'ALTER TABLE s."T" ADD UNIQUE (a, "B")' },
    {
      base: 'CREATE TABLE t (a int, b int)',
      sql: 'ALTER TABLE t ADD CONSTRAINT u UNIQUE (a) INCLUDE (b) DEFERRABLE INITIALLY DEFERRED',
    },
    {
      base: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE c PARTITION OF p FOR VALUES IN (1)',
      sql: 'ALTER TABLE p ADD UNIQUE (a)',
    },
  ],
  good: [
    {
      base: 'CREATE TABLE t (a int)',
      sql: `-- plumb:up no-transaction
        CREATE UNIQUE INDEX CONCURRENTLY t_a ON t (a);
        -- plumb:up
        ALTER TABLE t ADD CONSTRAINT t_a UNIQUE USING INDEX t_a;`,
    },
    { sql: 'CREATE TABLE t (a int); ALTER TABLE t ADD UNIQUE (a)' },
    { sql: 'CREATE TABLE t (a int UNIQUE)' },
    { base: 'CREATE TABLE t (a int); CREATE UNIQUE INDEX i ON t (a)', sql: 'ALTER TABLE t ADD UNIQUE USING INDEX i' },
  ],
  *check(view) {
    for (const each of addedConstraints(view, 'CONSTR_UNIQUE')) {
      const { step, relation, constraint } = each;
      const blocks = blocksItself(step);
      if (constraint.indexname !== undefined || blocks.length === 0) continue;
      if (step.observation?.rewrites.length !== 0) continue;
      const columns = namesIn(constraint.keys);
      yield blocking(
        step,
        view,
        `Nobody can read or write ${listed(blocks)} while the index on (${columns.join(', ')}) is built.`,
        onIndexBuiltBefore(each, chosenName(relation.relname ?? '', columns.join('_'), 'key'), view),
      );
    }
  },
});
