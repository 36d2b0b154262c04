import { sectionsOf } from '@pgplumb/migrate/files';
import { isMixed } from '../../rehearsal/rehearse/mixed-section.ts';
import { migrationSteps } from '../later-in-migration.ts';
import { defineMigrationRule, type StepView } from '../rule.ts';
import { type NodeOf, nodesOf } from '../sql/nodes-of.ts';

export default defineMigrationRule({
  id: 'not-rerunnable',
  group: 'transaction',
  severity: 'warning',
  title: 'It can’t be run again after it stopped half-way',
  why: 'Its statements are committed one by one. If a later one fails, those before it stand, and run again from the top the file fails at the first of them.',
  todo: 'Put what can share a transaction into one, or write it so that it does no harm twice: IF NOT EXISTS, IF EXISTS, OR REPLACE, ON CONFLICT; before an index that is built CONCURRENTLY, DROP INDEX CONCURRENTLY IF EXISTS.',
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
    {
      base: 'CREATE TABLE t (a int)',
      sql: 'BEGIN; ALTER TABLE t ADD COLUMN b int; COMMIT; BEGIN; ALTER TABLE t ADD COLUMN c int; COMMIT',
    },
    {
      base: 'CREATE TABLE t (a int)',
      sql: 'BEGIN; CREATE TABLE u (a int); COMMIT; CREATE INDEX CONCURRENTLY i ON t (a)',
    },
    {
      base: 'CREATE TABLE t (a int, b int)',
      sql: 'CREATE INDEX CONCURRENTLY i ON t (a); CREATE INDEX CONCURRENTLY j ON t (b)',
    },
    {
      base: 'CREATE TABLE t (a int PRIMARY KEY)',
      sql: '-- no-transaction\nINSERT INTO t VALUES (1000);\nCREATE INDEX CONCURRENTLY i ON t (a);\n',
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
      base: 'CREATE TABLE t (a int, b int)',
      sql: 'DROP INDEX CONCURRENTLY IF EXISTS i; CREATE INDEX CONCURRENTLY i ON t (a); DROP INDEX CONCURRENTLY IF EXISTS j; CREATE INDEX CONCURRENTLY j ON t (b)',
    },
    {
      base: 'CREATE TABLE t (a int)',
      sql: '-- plumb:up no-transaction\nCREATE UNIQUE INDEX CONCURRENTLY u ON t (a);\n-- plumb:up\nALTER TABLE t ADD CONSTRAINT u UNIQUE USING INDEX u;\n',
    },
    {
      base: 'CREATE TABLE t (a int PRIMARY KEY)',
      sql: '-- no-transaction\nINSERT INTO t VALUES (1000) ON CONFLICT DO NOTHING;\nCREATE INDEX CONCURRENTLY i ON t (a);\n',
    },
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
          isCommittedBefore(step, steps) &&
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

/** Whether it is committed while its section, or its file, goes on. */
function isCommittedBefore(step: StepView, steps: readonly StepView[]): boolean {
  const section = sectionOf(step);
  const behind = steps.slice(steps.indexOf(step) + 1).filter((each) => sectionOf(each) === section);
  // plumb itself goes on behind the sections that are done
  if (section?.mode === 'no-transaction') return behind.length > 0;
  if (sectionsOf(step.statement.source).format !== null || (section !== undefined && isMixed(section))) return false;
  // BEGIN and COMMIT in the file itself; what is validated later is added before, as it should be
  return behind.some(({ transaction }) => transaction !== step.transaction) && !isValidatedLater(step);
}

function sectionOf({ statement: { source, start } }: StepView) {
  return sectionsOf(source).up.find((each) => each.start <= start && start < each.end);
}

function isValidatedLater({ tree }: StepView): boolean {
  return [...nodesOf(tree, 'Constraint')].some(({ Constraint }) => Constraint.skip_validation === true);
}

/** What PostgreSQL refuses where it is done already, or does a second time. */
function failsTwice({ tree }: StepView): boolean {
  if (tree === null) return false;
  if ('CreateStmt' in tree) return tree.CreateStmt.if_not_exists !== true;
  if ('CreateTableAsStmt' in tree) return tree.CreateTableAsStmt.if_not_exists !== true;
  if ('CreateSchemaStmt' in tree) return tree.CreateSchemaStmt.if_not_exists !== true;
  if ('CreateSeqStmt' in tree) return tree.CreateSeqStmt.if_not_exists !== true;
  if ('IndexStmt' in tree) return tree.IndexStmt.if_not_exists !== true;
  if ('InsertStmt' in tree) return tree.InsertStmt.onConflictClause === undefined && !readsItself(tree);
  if ('CreateExtensionStmt' in tree) return tree.CreateExtensionStmt.if_not_exists !== true;
  if ('AlterObjectSchemaStmt' in tree) return true;
  if ('ViewStmt' in tree) return tree.ViewStmt.replace !== true;
  if ('CreateFunctionStmt' in tree) return tree.CreateFunctionStmt.replace !== true;
  if ('CreateTrigStmt' in tree) return tree.CreateTrigStmt.replace !== true;
  if ('RenameStmt' in tree || 'CreateEnumStmt' in tree || 'CompositeTypeStmt' in tree || 'CreateDomainStmt' in tree)
    return true;
  if ('CreatePolicyStmt' in tree) return true;
  if ('AlterEnumStmt' in tree)
    return tree.AlterEnumStmt.newVal !== undefined && tree.AlterEnumStmt.skipIfNewValExists !== true;
  if ('DropStmt' in tree) return tree.DropStmt.missing_ok !== true;
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

/** `INSERT … SELECT … WHERE NOT EXISTS (SELECT … the same table)` */
function readsItself(tree: NodeOf<'InsertStmt'>): boolean {
  const { relation, selectStmt } = tree.InsertStmt;
  return [...nodesOf(selectStmt, 'RangeVar')].some(({ RangeVar }) => RangeVar.relname === relation?.relname);
}

/** Whether a statement before it drops what it makes, where there is one. */
function isMadeAway(step: StepView, steps: readonly StepView[]): boolean {
  const names = [...nodesOf(step.tree, 'Constraint')].flatMap(({ Constraint: { conname } }) => conname ?? []);
  const indexes = [...nodesOf(step.tree, 'IndexStmt')].flatMap(({ IndexStmt: { idxname } }) => idxname ?? []);
  const relations = [...nodesOf(step.tree, 'RangeVar')].flatMap(({ RangeVar: { relname } }) => relname ?? []);
  const made = [...names, ...indexes, ...relations];
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
