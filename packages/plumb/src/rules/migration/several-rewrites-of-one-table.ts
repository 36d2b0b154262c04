import { blocking } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';

export default defineMigrationRule({
  id: 'several-rewrites-of-one-table',
  group: 'locks',
  severity: 'error',
  title: 'A table is written anew more than once',
  why: 'Each of these statements writes every row and every index anew while nobody reads or writes the table.',
  todo: 'Put what can’t be done without into one ALTER TABLE: however much it asks for, it writes the table once.',
  over: [
    'alter-type-rewrite',
    'add-column-volatile-default',
    'add-column-of-constrained-domain',
    'add-serial-or-identity-column',
    'add-stored-generated-column',
    'set-expression-rewrite',
    'set-logged',
  ],
  bad: [
    {
      base: 'CREATE TABLE t (a int, b int)',
      sql: 'ALTER TABLE t ALTER a TYPE bigint; ALTER TABLE t ALTER b TYPE bigint',
    },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s."T" (a int)',
      sql: '-- plumb:up\nALTER TABLE s."T" ADD id bigserial;\n-- plumb:up\nALTER TABLE s."T" ALTER a TYPE text;',
    },
  ],
  good: [
    { base: 'CREATE TABLE t (a int, b int)', sql: 'ALTER TABLE t ALTER a TYPE bigint, ALTER b TYPE bigint' },
    {
      base: 'CREATE TABLE t (a int); CREATE TABLE u (a int)',
      sql: 'ALTER TABLE t ALTER a TYPE bigint; ALTER TABLE u ALTER a TYPE bigint',
    },
    { base: 'CREATE TABLE t (a int)', sql: 'ALTER TABLE t ALTER a TYPE bigint; ALTER TABLE t ADD b int' },
  ],
  *check(view) {
    const told = new Set<string>();
    for (const [at, step] of view.steps.entries()) {
      if (step.tree !== null && !('AlterTableStmt' in step.tree)) continue;
      for (const table of step.observation?.rewrites ?? []) {
        const first = view.steps
          .slice(0, at)
          .find(
            ({ observation, tree }) =>
              observation?.rewrites.includes(table) && tree !== null && 'AlterTableStmt' in tree,
          );
        if (first === undefined || told.has(table)) continue;
        told.add(table);
        yield blocking(step, view, `${table} is written anew again, after ${first.file}:${first.line} did so.`);
      }
    }
  },
});
