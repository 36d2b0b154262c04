import { identifier, qualified } from '../../catalog/identifier.ts';
import { listed } from '../blocked.ts';
import { failedStep } from '../failed-step.ts';
import { defineMigrationRule, type MigrationView } from '../rule.ts';
import { alterations, written } from '../sql/alter-table.ts';

export default defineMigrationRule({
  id: 'alter-type-blocked-by-view',
  group: 'locks',
  severity: 'error',
  title: 'Views stand in the way of a new type',
  why: 'PostgreSQL refuses to change the type of a column that a view reads.',
  todo: 'Drop the views, change the type, and make them again in the same transaction, with their rights: `plumb diff` writes that.',
  bad: [
    { base: 'CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t', sql: 'ALTER TABLE t ALTER a TYPE bigint' },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s."T" (a varchar(10)); CREATE MATERIALIZED VIEW s.m AS SELECT a FROM s."T"',
      sql: 'ALTER TABLE s."T" ALTER COLUMN a SET DATA TYPE varchar(20)',
    },
    {
      base: 'CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT b FROM t WHERE a > 0; CREATE VIEW w AS SELECT b FROM v',
      sql: 'ALTER TABLE t ADD c int; ALTER TABLE t ALTER b TYPE text',
    },
  ],
  good: [
    {
      base: 'CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t',
      sql: 'DROP VIEW v; ALTER TABLE t ALTER a TYPE bigint; CREATE VIEW v AS SELECT a FROM t',
    },
    {
      base: 'CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT a FROM t',
      sql: 'ALTER TABLE t ALTER b TYPE bigint',
    },
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t ALTER a TYPE bigint' },
    { base: 'CREATE TABLE t (a text)', sql: 'ALTER TABLE t ALTER a TYPE int' },
  ],
  *check(view) {
    const failed = failedStep(view);
    if (failed?.sqlstate !== '0A000') return;
    for (const { step, relation, command } of alterations(view, 'AT_AlterColumnType')) {
      if (step !== failed.step) continue;
      const views = viewsOn(relation.relname ?? '', view);
      const name = `${written(relation)}.${identifier(command.name ?? '')}`;
      if (views.length === 0) continue;
      yield {
        step,
        message: `PostgreSQL refuses another type for ${name}: ${views.length === 1 ? 'a view reads' : 'views read'} the table, ${listed(views)}.`,
        objects: [name, ...views],
        evidence: { sqlstate: failed.sqlstate },
      };
      return;
    }
  },
});

function viewsOn(table: string, { before: { objects, needs } }: MigrationView): readonly string[] {
  return [...objects.values()].flatMap(({ id, kind, facts }) => {
    if (!/view|rule/.test(kind) || !('schema' in facts) || !('name' in facts)) return [];
    const reads = [...(needs.get(id) ?? [])].some(
      (needed) => /^(?:table|column) /.test(needed) && needed.split(/[ .]/).includes(identifier(table)),
    );
    return reads ? [qualified(String(facts.schema), String(facts.name))] : [];
  });
}
