import { listed } from '../blocked.ts';
import { defineMigrationRule, type StepView } from '../rule.ts';
import { alterTableCommands } from '../sql/alter-table.ts';
import { keptFromReaders, keptFromWriters } from '../strong-locks.ts';

export default defineMigrationRule({
  id: 'trigger-lock',
  group: 'locks',
  severity: 'info',
  title: 'A trigger’s table is locked for a moment',
  why: 'To create, enable or disable one keeps writers out (SHARE ROW EXCLUSIVE), to drop one readers, too (ACCESS EXCLUSIVE), until the transaction ends.',
  todo: 'Keep the transaction short: nothing that works through tables behind it.',
  bad: [
    {
      base: "CREATE TABLE t (a int); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
      sql: 'CREATE TRIGGER x BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f()',
    },
    {
      base: `CREATE SCHEMA s; CREATE TABLE s."T" (a int); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE TRIGGER "X" AFTER INSERT ON s."T" EXECUTE FUNCTION f()`,
      sql: 'DROP TRIGGER IF EXISTS "X" ON s."T"',
    },
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t DISABLE TRIGGER ALL' },
  ],
  good: [
    {
      base: "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
      sql: 'CREATE TABLE t (a int); CREATE TRIGGER x BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f()',
    },
    { base: 'CREATE TABLE t (a int)', sql: 'DROP TRIGGER IF EXISTS nothing ON t' },
    { sql: "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'" },
  ],
  *check({ steps }) {
    for (const step of steps) {
      const tables = keptFromWriters(step.observation?.locks);
      if (!isAboutTrigger(step) || tables.length === 0) continue;
      const readers = keptFromReaders(step.observation?.locks).length > 0;
      yield {
        step,
        message: `Nobody can ${readers ? 'read or write' : 'write to'} ${listed(tables)} until the transaction ends.`,
        objects: tables,
        evidence: { ...step.observation },
      };
    }
  },
});

function isAboutTrigger(step: StepView): boolean {
  const { tree } = step;
  if (tree === null) return false;
  if ('CreateTrigStmt' in tree) return true;
  if ('DropStmt' in tree) return tree.DropStmt.removeType === 'OBJECT_TRIGGER' && dropsOne(step);
  return alterTableCommands(step).some(({ subtype = '' }) => /^AT_(?:Enable|Disable)\w*Trig/.test(subtype));
}

/** With IF EXISTS, PostgreSQL locks the table before it looks. */
function dropsOne({ observation }: StepView): boolean {
  return keptFromReaders(observation?.locks).length > 0;
}
