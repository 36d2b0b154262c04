import { everybody } from '../../catalog/role-name.ts';
import { definersOf } from '../facts/definers.ts';
import { isSchemaUsable } from '../facts/exposed.ts';
import { factsOf } from '../facts/objects-of.ts';
import { defineSchemaRule } from '../rule.ts';

export default defineSchemaRule({
  id: 'definer-function-executable-by-all',
  group: 'security',
  severity: 'warning',
  title: 'Everybody can act as the owner of a function',
  why: 'It runs with the rights of its owner, and PostgreSQL lets everybody execute a new function. An API over the database offers it to whoever calls.',
  todo: 'Revoke EXECUTE from PUBLIC, and grant it to the roles that need it.',
  bad: [
    { base: "CREATE FUNCTION f() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = '' AS 'SELECT 1'" },
    {
      base: "CREATE PROCEDURE p(a int) LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS 'BEGIN END'; GRANT EXECUTE ON PROCEDURE p TO app",
    },
    {
      base: "CREATE FUNCTION f() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = '' AS 'SELECT 1'; REVOKE ALL ON FUNCTION f FROM PUBLIC; GRANT EXECUTE ON FUNCTION f TO anon",
    },
  ],
  good: [
    {
      base: "CREATE FUNCTION f() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = '' AS 'SELECT 1'; REVOKE EXECUTE ON FUNCTION f() FROM PUBLIC; GRANT EXECUTE ON FUNCTION f TO app",
    },
    { base: "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'" },
    {
      base: "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS 'BEGIN RETURN new; END'",
    },
    {
      base: "CREATE SCHEMA private; CREATE FUNCTION private.f() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = '' AS 'SELECT 1'",
    },
    {
      base: "ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC; CREATE FUNCTION f() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = '' AS 'SELECT 1'",
    },
  ],
  *check({ catalog }) {
    const grants = factsOf(catalog, 'grant').filter(({ grantable }) => grantable === 'routine');
    for (const { id, path, phrase, schema, returns } of definersOf(catalog)) {
      if (/^(event_)?trigger$/.test(returns.type) || !isSchemaUsable(catalog, schema)) continue;
      const may = (role: string, otherwise: boolean): boolean => {
        const found = grants.filter((each) => each.of === id && each.role === role);
        return found.length === 0 ? otherwise : found.some(({ rights }) => 'EXECUTE' in rights);
      };
      const role = [everybody, 'anon'].find((each) => may(each, each === everybody));
      if (role === undefined) continue;
      yield {
        message: `${role} can execute ${phrase}, which is SECURITY DEFINER.`,
        objects: [path],
        evidence: { routine: phrase, role },
        fix: {
          description: 'Let nobody execute it who isn’t granted to',
          sql: `REVOKE EXECUTE ON ${phrase} FROM ${role};`,
        },
      };
    }
  },
});
