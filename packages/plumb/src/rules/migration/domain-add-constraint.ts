import { blocking, blocksItself, listed } from '../blocked.ts';
import { defineMigrationRule } from '../rule.ts';
import { namesIn } from '../sql/alter-table.ts';

export default defineMigrationRule({
  id: 'domain-add-constraint',
  group: 'locks',
  severity: 'error',
  title: 'A constraint of a domain reads all its tables',
  why: 'Every row of every table that uses the domain is checked while nobody writes to any of them.',
  todo: 'Add it NOT VALID, which only new values have to satisfy. Validating it keeps writers out as well, so do that when nobody works; or give the tables a CHECK each, which is validated while others write.',
  bad: [
    { base: 'CREATE DOMAIN d AS int; CREATE TABLE t (a d)', sql: 'ALTER DOMAIN d ADD CHECK (VALUE > -2147483648)' },
    {
      base: 'CREATE SCHEMA s; CREATE DOMAIN s."D" AS text; CREATE TABLE s.t (a s."D"); CREATE TABLE u (b s."D")',
      sql: 'ALTER DOMAIN s."D" ADD CONSTRAINT short CHECK (length(VALUE) < 1000)',
    },
    { base: 'CREATE DOMAIN d AS int; CREATE TABLE t (a d)', sql: 'ALTER DOMAIN d SET NOT NULL' },
  ],
  good: [
    {
      base: 'CREATE DOMAIN d AS int; CREATE TABLE t (a d)',
      sql: 'ALTER DOMAIN d ADD CONSTRAINT c CHECK (VALUE > 0) NOT VALID',
    },
    { base: 'CREATE DOMAIN d AS int; CREATE TABLE t (a int)', sql: 'ALTER DOMAIN d ADD CHECK (VALUE > 0)' },
    { base: 'CREATE DOMAIN d AS int', sql: 'CREATE TABLE t (a d); ALTER DOMAIN d ADD CHECK (VALUE > 0)' },
    { base: 'CREATE DOMAIN d AS int DEFAULT 1; CREATE TABLE t (a d)', sql: 'ALTER DOMAIN d DROP DEFAULT' },
    {
      base: 'CREATE DOMAIN d AS int; CREATE TABLE t (a d)',
      sql: '-- plumb:up\nALTER DOMAIN d ADD CONSTRAINT c CHECK (VALUE > 0) NOT VALID;\n-- plumb:up\nALTER DOMAIN d VALIDATE CONSTRAINT c;\n',
    },
  ],
  *check(view) {
    for (const step of view.steps) {
      const { tree, observation } = step;
      const blocks = blocksItself(step);
      if (tree === null || !('AlterDomainStmt' in tree) || blocks.length === 0) continue;
      // what is there already is only validated
      if (tree.AlterDomainStmt.subtype === 'V') continue;
      const name = namesIn(tree.AlterDomainStmt.typeName).join('.');
      yield blocking(
        step,
        view,
        `Every row of ${listed(observation?.scans ?? [])}, which use ${name}, is checked while nobody can write to ${listed(blocks)}.`,
      );
    }
  },
});
