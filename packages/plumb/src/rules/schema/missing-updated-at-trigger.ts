import { qualified } from '../../catalog/identifier.ts';
import { factsOf } from '../facts/objects-of.ts';
import { reportColumns } from '../facts/report-columns.ts';
import { wordsOf } from '../facts/words-of.ts';
import { defineSchemaRule } from '../rule.ts';

export default defineSchemaRule({
  id: 'missing-updated-at-trigger',
  group: 'schema',
  severity: 'info',
  title: 'Nothing sets updated_at',
  why: 'A default says when the row was made. After that it tells what each UPDATE remembers to write, and those by hand, in jobs and in migrations don’t.',
  todo: 'Set it in a trigger BEFORE UPDATE.',
  bad: [
    { base: 'CREATE TABLE t (id int PRIMARY KEY, updated_at timestamptz)' },
    { base: 'CREATE TABLE t (id int PRIMARY KEY, updated_at timestamptz NOT NULL DEFAULT now())' },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s."T" (id int PRIMARY KEY, "updatedAt" timestamptz DEFAULT CURRENT_TIMESTAMP)',
    },
    {
      base: "CREATE TABLE t (id int PRIMARY KEY, updated_at timestamptz DEFAULT now()); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END'; CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()",
    },
  ],
  good: [
    {
      base: "CREATE TABLE t (id int PRIMARY KEY, updated_at timestamptz DEFAULT now()); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN new.updated_at = now(); RETURN new; END'; CREATE TRIGGER g BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f()",
    },
    { base: 'CREATE TABLE t (id int PRIMARY KEY, created_at timestamptz DEFAULT now())' },
    { base: 'CREATE TABLE t (id int PRIMARY KEY, "updatedAt" timestamptz NOT NULL)' },
  ],
  check: (view) => {
    const served = new Set(
      factsOf(view.catalog, 'trigger')
        .filter(({ definition }) => /\bBEFORE\b[^\n]*\bUPDATE\b/.test(definition))
        .map(({ schema, table }) => qualified(schema, table)),
    );
    return reportColumns(
      view,
      ({ name, base, default: value, notNull, tablePath }) =>
        /^(updated|modified|changed|last (updated|modified|changed))( at| on)?$/.test(wordsOf(name).join(' ')) &&
        base.startsWith('timestamp') &&
        (value !== null || notNull === null) &&
        !served.has(tablePath),
      ({ path }) => `${path} is set by no trigger when its row changes.`,
    );
  },
});
