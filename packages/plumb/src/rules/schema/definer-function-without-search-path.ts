import { definersOf } from '../facts/definers.ts';
import { defineSchemaRule } from '../rule.ts';

export default defineSchemaRule({
  id: 'definer-function-without-search-path',
  group: 'security',
  severity: 'error',
  title: 'Who calls a function decides what its names mean',
  why: 'It runs with the rights of its owner, and looks for tables and functions along the search_path of whoever calls: one who can make objects in any schema puts others in their place, and is then the owner.',
  todo: "Fix it: `SET search_path = ''`, with all names qualified in the body.",
  bad: [
    { base: "CREATE FUNCTION f() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'" },
    {
      base: "CREATE SCHEMA app; CREATE FUNCTION app.\"Do\"(a int, VARIADIC b text[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET work_mem = '8MB' AS 'BEGIN END'",
    },
    { base: "CREATE PROCEDURE p() LANGUAGE plpgsql SECURITY DEFINER AS 'BEGIN END'" },
    { base: "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS 'BEGIN RETURN new; END'" },
    { base: "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'; ALTER FUNCTION f SECURITY DEFINER" },
  ],
  good: [
    { base: "CREATE FUNCTION f() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = '' AS 'SELECT 1'" },
    {
      base: "CREATE FUNCTION f() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path TO public, pg_temp AS 'SELECT 1'",
    },
    { base: "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'" },
    { base: 'CREATE FUNCTION f() RETURNS int LANGUAGE sql SECURITY DEFINER RETURN 1' },
    {
      base: "CREATE FUNCTION f() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'; ALTER FUNCTION f SET search_path = pg_catalog",
    },
  ],
  *check({ catalog }) {
    for (const { path, phrase, settings, body } of definersOf(catalog)) {
      // what PostgreSQL has parsed means the same to everybody
      if (body.form !== 'text' || settings.some(({ name }) => name === 'search_path')) continue;
      yield {
        message: `${phrase} is SECURITY DEFINER, and has no search_path of its own.`,
        objects: [path],
        evidence: { routine: phrase },
      };
    }
  },
});
