import { chosenName } from '../../catalog/object-name.ts';
import { blocking, blocksItself, listed } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';
import { addedConstraints, namesIn } from '../sql/alter-table.ts';
import { onIndexBuiltBefore } from '../sql/on-index-built-before.ts';

export default defineMigrationRule({
  id: 'add-primary-key',
  group: 'locks',
  severity: 'error',
  title: 'A primary key builds its index under a lock',
  why: 'The index is built, and rows are searched for NULL, under ACCESS EXCLUSIVE: nobody reads or writes the table meanwhile.',
  todo: 'Make the columns NOT NULL by a validated constraint, build a unique index CONCURRENTLY, and add the key USING INDEX.',
  over: ['set-not-null-scan'],
  bad: [
    { base: 'CREATE TABLE t (id int NOT NULL)', sql: 'ALTER TABLE t ADD PRIMARY KEY (id)' },
    { base: 'CREATE TABLE t (id int)', sql: 'ALTER TABLE t ADD CONSTRAINT t_key PRIMARY KEY (id)' },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s."T" (a int NOT NULL, "B" int NOT NULL)',
      sql: 'ALTER TABLE ONLY s."T" ADD CONSTRAINT "Key" PRIMARY KEY (a, "B")',
    },
    {
      base: 'CREATE TABLE t (old int PRIMARY KEY, id bigint NOT NULL)',
      sql: 'ALTER TABLE t DROP CONSTRAINT t_pkey, ADD PRIMARY KEY (id)',
    },
  ],
  good: [
    { sql: 'CREATE TABLE t (id int); ALTER TABLE t ADD PRIMARY KEY (id)' },
    {
      base: 'CREATE TABLE t (id int NOT NULL); CREATE UNIQUE INDEX i ON t (id)',
      sql: 'ALTER TABLE t ADD PRIMARY KEY USING INDEX i',
    },
    { sql: 'CREATE TABLE t (id int PRIMARY KEY)' },
  ],
  *check(view) {
    for (const each of addedConstraints(view, 'CONSTR_PRIMARY')) {
      const { step, relation, constraint } = each;
      const blocks = blocksItself(step);
      if (constraint.indexname !== undefined || blocks.length === 0) continue;
      if (step.observation?.rewrites.length !== 0) continue;
      yield blocking(
        step,
        view,
        `Nobody can read or write ${listed(blocks)} while the index on (${namesIn(constraint.keys).join(', ')}) is built.`,
        onIndexBuiltBefore(each, chosenName(relation.relname ?? '', null, 'pkey'), view),
      );
    }
  },
});
