import { sectionsOf } from '@pgplumb/migrate/files';
import { migrationSteps } from '../later-in-migration.ts';
import { defineMigrationRule, type StepView } from '../rule.ts';
import { nodesOf } from '../sql/nodes-of.ts';

export default defineMigrationRule({
  id: 'not-rerunnable',
  group: 'transaction',
  severity: 'warning',
  title: 'It can’t be run again after it stopped half-way',
  why: 'Its statements are committed one by one. If a later one fails, those before it stand, and run again from the top the file fails at the first of them.',
  todo: 'Put what can share a transaction into one, or write it so that it does no harm twice: IF NOT EXISTS, IF EXISTS, OR REPLACE, ON CONFLICT.',
  bad: [
    {
      base: 'CREATE TABLE t (a int)',
      sql: '-- no-transaction\nALTER TABLE t ADD COLUMN b int;\nCREATE INDEX CONCURRENTLY i ON t (b);\n',
    },
    {
      base: 'CREATE TABLE t (a int)',
      sql: '-- plumb:up no-transaction\nCREATE TABLE u (a int);\nCREATE TABLE v (a int);\n-- plumb:down\nDROP TABLE v;\nDROP TABLE u;\n',
    },
    {
      base: 'CREATE SCHEMA app; CREATE TABLE app."T" (a int)',
      sql: '-- +goose NO TRANSACTION\n-- +goose Up\nCREATE TYPE app.mood AS ENUM (\'ok\');\nVACUUM app."T";\n-- +goose Down\nDROP TYPE app.mood;\n',
    },
  ],
  good: [
    {
      base: 'CREATE TABLE t (a int)',
      sql: 'BEGIN; ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID; COMMIT; BEGIN; ALTER TABLE t VALIDATE CONSTRAINT c; COMMIT',
    },
    {
      base: 'CREATE TABLE t (a int)',
      sql: '-- no-transaction\nALTER TABLE t ADD COLUMN IF NOT EXISTS b int;\nCREATE INDEX CONCURRENTLY i ON t (b);\n',
    },
    {
      base: 'CREATE TABLE t (a int)',
      sql: '-- plumb:up no-transaction\nSET lock_timeout = 1000;\nCREATE INDEX CONCURRENTLY i ON t (a);\n',
    },
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t ADD b int; ALTER TABLE t ADD c int' },
    {
      base: 'CREATE TABLE t (a int)',
      sql: '-- plumb:up\nALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;\n-- plumb:up\nALTER TABLE t VALIDATE CONSTRAINT c;\n',
    },
    {
      base: 'CREATE TABLE t (a int CONSTRAINT c CHECK (a > 0))',
      sql: '-- no-transaction\nALTER TABLE t DROP CONSTRAINT IF EXISTS c;\nALTER TABLE t ADD CONSTRAINT c CHECK (a > 1) NOT VALID;\nALTER TABLE t VALIDATE CONSTRAINT c;\n',
    },
  ],
  *check(view) {
    for (const { version } of view.migrations) {
      const steps = view.steps.filter((step) => step.version === version);
      const last = steps.at(-1);
      const first = steps.find(
        (step) =>
          last !== undefined &&
          (step.transaction !== last.transaction || step.transaction === null) &&
          step !== last &&
          isAlone(step) &&
          failsTwice(step) &&
          !isMadeAway(step, migrationSteps(view, step)),
      );
      if (first === undefined) continue;
      yield {
        step: first,
        message:
          'This is committed before the statements behind it. If one of them fails, it is refused the second time.',
      };
    }
  },
});

/** Whether it is in a part that is committed statement by statement. */
function isAlone({ statement: { source, start } }: StepView): boolean {
  const section = sectionsOf(source).up.find((each) => each.start <= start && start < each.end);
  return section?.mode === 'no-transaction';
}

/** What PostgreSQL refuses where it is done already. An index that is built concurrently is made again by what runs it. */
function failsTwice({ tree }: StepView): boolean {
  if (tree === null) return false;
  if ('CreateStmt' in tree) return tree.CreateStmt.if_not_exists !== true;
  if ('CreateTableAsStmt' in tree) return tree.CreateTableAsStmt.if_not_exists !== true;
  if ('CreateSchemaStmt' in tree) return tree.CreateSchemaStmt.if_not_exists !== true;
  if ('CreateSeqStmt' in tree) return tree.CreateSeqStmt.if_not_exists !== true;
  if ('IndexStmt' in tree) return tree.IndexStmt.if_not_exists !== true && tree.IndexStmt.concurrent !== true;
  if ('ViewStmt' in tree) return tree.ViewStmt.replace !== true;
  if ('CreateFunctionStmt' in tree) return tree.CreateFunctionStmt.replace !== true;
  if ('CreateTrigStmt' in tree) return tree.CreateTrigStmt.replace !== true;
  if ('RenameStmt' in tree || 'CreateEnumStmt' in tree || 'CompositeTypeStmt' in tree || 'CreateDomainStmt' in tree)
    return true;
  if ('CreatePolicyStmt' in tree) return true;
  if ('AlterEnumStmt' in tree)
    return tree.AlterEnumStmt.newVal !== undefined && tree.AlterEnumStmt.skipIfNewValExists !== true;
  if ('DropStmt' in tree) return tree.DropStmt.missing_ok !== true && tree.DropStmt.concurrent !== true;
  if (!('AlterTableStmt' in tree)) return false;
  return [...nodesOf(tree, 'AlterTableCmd')].some(({ AlterTableCmd: { subtype, missing_ok: isGuarded } }) => {
    const once =
      subtype === 'AT_AddColumn' ||
      subtype === 'AT_AddConstraint' ||
      subtype === 'AT_DropColumn' ||
      subtype === 'AT_DropConstraint';
    return once && isGuarded !== true;
  });
}

/** Whether a statement before it drops what it makes, where there is one. */
function isMadeAway(step: StepView, steps: readonly StepView[]): boolean {
  const names = [...nodesOf(step.tree, 'Constraint')].flatMap(({ Constraint: { conname } }) => conname ?? []);
  const made = [...names, ...[...nodesOf(step.tree, 'RangeVar')].flatMap(({ RangeVar: { relname } }) => relname ?? [])];
  return steps.slice(0, steps.indexOf(step)).some(({ tree }) => {
    const dropped = [...nodesOf(tree, 'DropStmt')].flatMap(({ DropStmt: { missing_ok: isGuarded, objects } }) =>
      isGuarded === true ? [...nodesOf(objects, 'String')].map((each) => each.String.sval ?? '') : [],
    );
    const altered = [...nodesOf(tree, 'AlterTableCmd')].flatMap(
      ({ AlterTableCmd: { subtype, missing_ok: isGuarded, name } }) =>
        subtype === 'AT_DropConstraint' && isGuarded === true ? (name ?? []) : [],
    );
    return names.some((name) => altered.includes(name)) || made.some((name) => dropped.includes(name));
  });
}
