import { identifier, qualified } from '../../catalog/identifier.ts';
import { factsOf } from '../facts/objects-of.ts';
import { policiesByTable } from '../facts/policies-of.ts';
import { defineSchemaRule } from '../rule.ts';

export default defineSchemaRule({
  id: 'policy-without-rls',
  group: 'security',
  severity: 'error',
  title: 'Policies that nobody heeds',
  why: 'Somebody wrote down who may see which rows, and PostgreSQL doesn’t look at it: row security of the table is off.',
  todo: 'Enable row security.',
  over: ['rls-disabled-on-exposed-table'],
  bad: [
    { base: 'CREATE TABLE t (id int PRIMARY KEY, owner text); CREATE POLICY p ON t USING (owner = current_user)' },
    {
      base: 'CREATE TABLE t (id int PRIMARY KEY); ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON t FOR SELECT USING (id > 0); ALTER TABLE t DISABLE ROW LEVEL SECURITY',
    },
    {
      base: 'CREATE SCHEMA s; CREATE TABLE s."T" (id int PRIMARY KEY); ALTER TABLE s."T" FORCE ROW LEVEL SECURITY; CREATE POLICY "mine" ON s."T" FOR INSERT WITH CHECK (id > 0)',
    },
  ],
  good: [
    {
      base: 'CREATE TABLE t (id int PRIMARY KEY, owner text); CREATE POLICY p ON t USING (owner = current_user); ALTER TABLE t ENABLE ROW LEVEL SECURITY',
    },
    { base: 'CREATE TABLE t (id int PRIMARY KEY)' },
  ],
  *check({ catalog }) {
    const policies = policiesByTable(catalog);
    for (const { schema, name, rowSecurity } of factsOf(catalog, 'table')) {
      const path = qualified(schema, name);
      const own = policies.get(path) ?? [];
      if (rowSecurity || own.length === 0) continue;
      yield {
        message: `${path} has policies (${own.map((each) => identifier(each.name)).join(', ')}), and its row security is off.`,
        objects: [path],
        evidence: { policies: own.map((each) => each.name) },
        fix: { description: 'Heed its policies', sql: `ALTER TABLE ${path} ENABLE ROW LEVEL SECURITY;` },
      };
    }
  },
});
