import { objectId, qualified } from '../../catalog/identifier.ts';
import { exposingGrants, reachedBy } from '../facts/exposed.ts';
import { factsOf } from '../facts/objects-of.ts';
import { defineSchemaRule } from '../rule.ts';

export default defineSchemaRule({
  id: 'rls-disabled-on-exposed-table',
  group: 'security',
  severity: 'error',
  title: 'Anybody reaches all rows of a table',
  why: 'Whoever calls comes in as this role, and row security is off: nothing keeps one user from the rows of another.',
  todo: 'Enable row security and write policies, or revoke the grant.',
  bad: [
    { base: 'CREATE TABLE t (id int PRIMARY KEY); GRANT SELECT ON t TO anon' },
    { base: 'CREATE TABLE t (id int PRIMARY KEY); GRANT ALL ON t TO authenticated' },
    { base: 'CREATE TABLE t (id int PRIMARY KEY, name text); GRANT SELECT (name) ON t TO anon' },
    { base: 'CREATE TABLE t (id int PRIMARY KEY); GRANT INSERT ON t TO PUBLIC' },
    {
      base: 'CREATE SCHEMA api; CREATE TABLE api."T" (id int PRIMARY KEY); GRANT USAGE ON SCHEMA api TO anon; GRANT SELECT ON ALL TABLES IN SCHEMA api TO anon',
    },
    {
      base: 'ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT ALL ON TABLES TO anon; CREATE TABLE t (id int PRIMARY KEY)',
    },
  ],
  good: [
    { base: 'CREATE TABLE t (id int PRIMARY KEY)' },
    { base: 'CREATE TABLE t (id int PRIMARY KEY); GRANT SELECT ON t TO app_reader' },
    {
      base: 'CREATE TABLE t (id int PRIMARY KEY, owner text); GRANT SELECT ON t TO anon; ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON t USING (owner = current_user)',
    },
    { base: 'CREATE SCHEMA private; CREATE TABLE private.t (id int PRIMARY KEY); GRANT SELECT ON private.t TO anon' },
    { base: 'CREATE TABLE t (id int PRIMARY KEY); GRANT SELECT ON t TO anon; REVOKE ALL ON t FROM anon' },
    { base: 'CREATE TABLE t (id int PRIMARY KEY); GRANT REFERENCES ON t TO anon' },
  ],
  *check({ catalog }) {
    for (const { schema, name, rowSecurity } of factsOf(catalog, 'table')) {
      const grants = exposingGrants(catalog, objectId('table', [schema, name]));
      if (rowSecurity || grants.length === 0) continue;
      const path = qualified(schema, name);
      yield {
        message: `${reachedBy(grants)} can reach ${path}, and its row security is off.`,
        objects: [path],
        evidence: { grants: grants.map(({ role, rights, column }) => ({ role, rights: Object.keys(rights), column })) },
        fix: {
          description: 'Let through only what policies allow; without any, that is nothing',
          sql: `ALTER TABLE ${path} ENABLE ROW LEVEL SECURITY;`,
        },
      };
    }
  },
});
