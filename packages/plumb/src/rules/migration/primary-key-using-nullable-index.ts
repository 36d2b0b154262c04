import { identifier } from '../../catalog/identifier.ts';
import { blocking, blocksItself, listed } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';
import { addedConstraints } from '../sql/alter-table.ts';

export default defineMigrationRule({
  id: 'primary-key-using-nullable-index',
  group: 'locks',
  severity: 'error',
  title: 'A primary key on an index reads the table all the same',
  why: 'The index is there, but its columns may be NULL: PostgreSQL makes them NOT NULL, and reads every row for it under ACCESS EXCLUSIVE.',
  todo: 'Make the columns NOT NULL first, by a constraint that is validated while others work.',
  bad: [
    {
      base: 'CREATE TABLE t (id int); CREATE UNIQUE INDEX i ON t (id)',
      sql: 'ALTER TABLE t ADD PRIMARY KEY USING INDEX i',
    },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s."T" (a int NOT NULL, b int); CREATE UNIQUE INDEX "I" ON s."T" (a, b)',
      sql: 'ALTER TABLE s."T" ADD CONSTRAINT "Key" PRIMARY KEY USING INDEX "I"',
    },
  ],
  good: [
    {
      base: 'CREATE TABLE t (id int NOT NULL); CREATE UNIQUE INDEX i ON t (id)',
      sql: 'ALTER TABLE t ADD PRIMARY KEY USING INDEX i',
    },
    {
      base: 'CREATE TABLE t (id int, CHECK (id IS NOT NULL)); CREATE UNIQUE INDEX i ON t (id)',
      sql: 'ALTER TABLE t ALTER id SET NOT NULL; ALTER TABLE t ADD PRIMARY KEY USING INDEX i',
    },
    { base: 'CREATE TABLE t (id int); CREATE UNIQUE INDEX i ON t (id)', sql: 'ALTER TABLE t ADD UNIQUE USING INDEX i' },
  ],
  *check(view) {
    for (const { step, constraint } of addedConstraints(view, 'CONSTR_PRIMARY')) {
      const blocks = blocksItself(step);
      if (constraint.indexname === undefined || blocks.length === 0) continue;
      if (step.observation?.rewrites.length !== 0) continue;
      yield blocking(
        step,
        view,
        `The columns of ${identifier(constraint.indexname)} may be NULL, so every row of ${listed(step.observation.scans)} is read while nobody can read or write ${listed(blocks)}.`,
      );
    }
  },
});
