import { identifier } from '../../catalog/identifier.ts';
import { isColumn } from '../../catalog/kinds/column/column-facts.ts';
import { chosenName } from '../../catalog/object-name.ts';
import { blocking, blocksItself, listed } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';
import { alterations } from '../sql/alter-table.ts';
import { inSections } from '../sql/sections.ts';
import { seenName } from '../sql/seen-name.ts';

export default defineMigrationRule({
  id: 'set-not-null-on-invalid-nn',
  group: 'locks',
  severity: 'error',
  title: 'SET NOT NULL validates under a strong lock',
  why: 'Where NOT NULL is there and not valid yet, SET NOT NULL reads every row under ACCESS EXCLUSIVE; VALIDATE CONSTRAINT reads them while others work, and leads to the same.',
  todo: 'VALIDATE the constraint instead.',
  since: 18,
  over: ['set-not-null-scan'],
  bad: [
    {
      base: 'CREATE TABLE t (a int); ALTER TABLE t ADD CONSTRAINT nn NOT NULL a NOT VALID',
      sql: 'ALTER TABLE t ALTER a SET NOT NULL',
    },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s."T" ("A" int); ALTER TABLE s."T" ADD CONSTRAINT "T_A_not_null" NOT NULL "A" NOT VALID',
      sql: 'ALTER TABLE s."T" ALTER COLUMN "A" SET NOT NULL',
    },
  ],
  good: [
    {
      base: 'CREATE TABLE t (a int); ALTER TABLE t ADD CONSTRAINT nn NOT NULL a NOT VALID',
      sql: 'ALTER TABLE t VALIDATE CONSTRAINT nn',
    },
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t ALTER a SET NOT NULL' },
    { base: 'CREATE TABLE t (a int NOT NULL)', sql: 'ALTER TABLE t ALTER a SET NOT NULL' },
  ],
  *check(view) {
    const columns = [...view.before.objects.values()].filter(isColumn);
    for (const { step, relation, command, commands, alter } of alterations(view, 'AT_SetNotNull')) {
      const table = seenName(step.observation?.locks ?? {}, relation);
      const column = columns.find(
        ({ facts }) => `${facts.schema}.${facts.table}` === table && facts.name === command.name,
      );
      if (column?.facts.notNull?.valid !== false || blocksItself(step).length === 0) continue;
      const { facts } = column;
      const name = facts.notNull?.name ?? chosenName(facts.table, facts.name, 'not_null');
      const fix = {
        description: 'Validate the constraint that is there.',
        sql: inSections({ statements: [`${alter} VALIDATE CONSTRAINT ${identifier(name)}`] }),
      };
      yield blocking(
        step,
        view,
        `${name} is there and not valid: SET NOT NULL validates it while nobody can read or write ${listed(blocksItself(step))}.`,
        commands.length === 1 ? { fix } : {},
      );
    }
  },
});
