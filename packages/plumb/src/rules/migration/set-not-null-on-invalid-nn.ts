import { identifier } from '../../catalog/identifier.ts';
import { isColumn } from '../../catalog/kinds/column/column-facts.ts';
import { chosenName } from '../../catalog/object-name.ts';
import { blocking, blocksItself, listed } from '../blocked.ts';
import { defineMigrationRule, type MigrationView } from '../rule.ts';
import { type Alteration, addedConstraints, alterations, namesIn } from '../sql/alter-table.ts';
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
    {
      base: 'CREATE TABLE t (a int)',
      sql: '-- plumb:up\nALTER TABLE t ADD NOT NULL a NOT VALID;\n-- plumb:up\nALTER TABLE t ALTER a SET NOT NULL;\n',
    },
  ],
  good: [
    {
      base: 'CREATE TABLE t (a int); ALTER TABLE t ADD CONSTRAINT nn NOT NULL a NOT VALID',
      sql: 'ALTER TABLE t VALIDATE CONSTRAINT nn',
    },
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t ALTER a SET NOT NULL' },
    {
      base: 'CREATE TABLE t (a int)',
      sql: '-- plumb:up\nALTER TABLE t ADD CONSTRAINT nn NOT NULL a NOT VALID;\n-- plumb:up\nALTER TABLE t VALIDATE CONSTRAINT nn;\n-- plumb:up\nALTER TABLE t ALTER a SET NOT NULL;\n',
    },
    { base: 'CREATE TABLE t (a int NOT NULL)', sql: 'ALTER TABLE t ALTER a SET NOT NULL' },
  ],
  *check(view) {
    for (const each of alterations(view, 'AT_SetNotNull')) {
      const { step, commands, alter } = each;
      const name = addedBefore(each, view) ?? invalidBefore(each, view);
      if (name === null || blocksItself(step).length === 0) continue;
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

/** The constraint of the column that was there before all migrations, and not valid. */
function invalidBefore({ step, relation, command }: Alteration, { before }: MigrationView): string | null {
  const table = seenName(step.observation?.locks ?? {}, relation);
  const column = [...before.objects.values()]
    .filter(isColumn)
    .find(({ facts }) => `${facts.schema}.${facts.table}` === table && facts.name === command.name);
  if (column?.facts.notNull?.valid !== false) return null;
  const { facts } = column;
  return facts.notNull?.name ?? chosenName(facts.table, facts.name, 'not_null');
}

/** The one that a statement before it added, and none has validated. */
function addedBefore({ step, relation, command }: Alteration, view: MigrationView): string | null {
  const table = relation.relname ?? '';
  const earlier = view.steps.slice(0, view.steps.indexOf(step));
  const added = [...addedConstraints(view, 'CONSTR_NOTNULL')].findLast(
    (each) =>
      earlier.includes(each.step) &&
      each.relation.relname === table &&
      each.constraint.skip_validation === true &&
      namesIn(each.constraint.keys).includes(command.name ?? ''),
  );
  if (added === undefined) return null;
  const name = added.constraint.conname ?? chosenName(table, command.name ?? '', 'not_null');
  const isValidated = [...alterations(view, 'AT_ValidateConstraint')].some(
    (each) => earlier.includes(each.step) && each.relation.relname === table && each.command.name === name,
  );
  return isValidated ? null : name;
}
