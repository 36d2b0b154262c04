import { identifier } from '../../catalog/identifier.ts';
import { blocking, blocksItself, listed } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';
import { alterations } from '../sql/alter-table.ts';

export default defineMigrationRule({
  id: 'alter-constraint-enforced',
  group: 'locks',
  severity: 'error',
  title: 'ENFORCED checks all rows at once',
  why: 'Every row is looked up under ACCESS EXCLUSIVE: nobody reads or writes the table meanwhile.',
  todo: 'Drop the constraint that isn’t enforced, add it again NOT VALID, and validate it in a later transaction.',
  since: 18,
  bad: [
    {
      base: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p_id int, CONSTRAINT f FOREIGN KEY (p_id) REFERENCES p NOT ENFORCED)',
      sql: 'ALTER TABLE c ALTER CONSTRAINT f ENFORCED',
    },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s."P" (id int PRIMARY KEY); CREATE TABLE s.c (p_id int, CONSTRAINT "F" FOREIGN KEY (p_id) REFERENCES s."P" NOT ENFORCED)',
      sql: 'ALTER TABLE s.c ALTER CONSTRAINT "F" ENFORCED, ADD a int',
    },
  ],
  good: [
    {
      base: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p_id int, CONSTRAINT f FOREIGN KEY (p_id) REFERENCES p)',
      sql: 'ALTER TABLE c ALTER CONSTRAINT f NOT ENFORCED',
    },
    {
      base: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p_id int, CONSTRAINT f FOREIGN KEY (p_id) REFERENCES p)',
      sql: 'ALTER TABLE c ALTER CONSTRAINT f DEFERRABLE',
    },
  ],
  *check(view) {
    for (const { step, command } of alterations(view, 'AT_AlterConstraint')) {
      const { def } = command;
      const blocks = blocksItself(step);
      if (def === undefined || !('ATAlterConstraint' in def) || blocks.length === 0) continue;
      const { conname = '', is_enforced: enforced } = def.ATAlterConstraint;
      if (!enforced) continue;
      yield blocking(
        step,
        view,
        `To enforce ${identifier(conname)}, ${listed(step.observation?.scans ?? [])} is read while others wait for ${listed(blocks)}.`,
      );
    }
  },
});
