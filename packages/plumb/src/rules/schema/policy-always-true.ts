import { identifier } from '../../catalog/identifier.ts';
import { isAlwaysTrue } from '../facts/always-true.ts';
import { isCaller } from '../facts/exposed.ts';
import { policiesOf, type TablePolicy } from '../facts/policies-of.ts';
import { defineSchemaRule } from '../rule.ts';

const table = 'CREATE TABLE t (id int PRIMARY KEY, owner text); ALTER TABLE t ENABLE ROW LEVEL SECURITY;';

export default defineSchemaRule({
  id: 'policy-always-true',
  group: 'security',
  severity: 'warning',
  title: 'A policy lets everybody write',
  why: 'Its condition is true for every row: whoever calls can change or delete what belongs to others, as if row security were off.',
  todo: 'Say whose rows they may write. For reading, a policy FOR SELECT may be as open as the rows are.',
  bad: [
    { base: `${table} CREATE POLICY p ON t USING (true)` },
    { base: `${table} CREATE POLICY p ON t FOR ALL TO authenticated USING (1 = 1)` },
    { base: `${table} CREATE POLICY p ON t FOR INSERT TO anon WITH CHECK (true)` },
    { base: `${table} CREATE POLICY p ON t FOR DELETE USING ((owner = current_user) OR true)` },
    { base: `${table} CREATE POLICY p ON t FOR UPDATE USING (owner = current_user) WITH CHECK (true)` },
  ],
  good: [
    { base: `${table} CREATE POLICY p ON t FOR SELECT USING (true)` },
    { base: `${table} CREATE POLICY p ON t USING (owner = current_user)` },
    { base: `${table} CREATE POLICY p ON t TO service_role USING (true)` },
    { base: `${table} CREATE POLICY p ON t AS RESTRICTIVE USING (true)` },
    { base: `${table} CREATE POLICY p ON t FOR DELETE USING (true AND owner = current_user)` },
  ],
  *check({ catalog }) {
    for (const policy of policiesOf(catalog)) {
      const { command, permissive, roles, name, path, tablePath } = policy;
      if (!permissive || command === 'SELECT' || !roles.some(isCaller) || !isOpen(policy)) continue;
      yield {
        message: `The policy ${identifier(name)} of ${tablePath} lets ${roles.join(', ')} ${command === 'ALL' ? 'read and write' : command} any row.`,
        objects: [path, tablePath],
        evidence: { command, using: policy.using, check: policy.check },
      };
    }
  },
});

function isOpen({ using, check }: TablePolicy): boolean {
  return isAlwaysTrue(using) || isAlwaysTrue(check);
}
