import { identifier } from '../../catalog/identifier.ts';
import { callsPerRow } from '../facts/calls-per-row.ts';
import { policiesOf, type TablePolicy } from '../facts/policies-of.ts';
import { defineSchemaRule } from '../rule.ts';

const base = `CREATE SCHEMA auth; CREATE FUNCTION auth.uid() RETURNS uuid LANGUAGE sql STABLE AS 'SELECT null::uuid';
  CREATE FUNCTION auth.jwt() RETURNS jsonb LANGUAGE sql STABLE AS 'SELECT null::jsonb';
  CREATE FUNCTION public.may_see(id int) RETURNS bool LANGUAGE sql STABLE AS 'SELECT true';
  CREATE TABLE t (id int PRIMARY KEY, user_id uuid, tenant text); ALTER TABLE t ENABLE ROW LEVEL SECURITY;`;

export default defineSchemaRule({
  id: 'policy-calls-auth-per-row',
  group: 'security',
  severity: 'warning',
  title: 'A policy asks who calls for each row',
  why: 'The answer is the same for all rows of a query, and is worked out for each one that is read. In a sub-select it is worked out once.',
  todo: 'Write `(select auth.uid())` instead of `auth.uid()`.',
  bad: [
    { base: `${base} CREATE POLICY p ON t USING (auth.uid() = user_id)` },
    { base: `${base} CREATE POLICY p ON t FOR INSERT WITH CHECK (user_id = auth.uid())` },
    { base: `${base} CREATE POLICY p ON t USING (tenant = current_setting('app.tenant'))` },
    { base: `${base} CREATE POLICY p ON t FOR SELECT USING ((auth.jwt() ->> 'tenant') = tenant)` },
    {
      base: `${base} CREATE TABLE m (user_id uuid, tenant text); CREATE POLICY p ON t USING (EXISTS (SELECT FROM m WHERE m.tenant = t.tenant AND m.user_id = auth.uid()))`,
    },
  ],
  good: [
    { base: `${base} CREATE POLICY p ON t USING ((SELECT auth.uid()) = user_id)` },
    { base: `${base} CREATE POLICY p ON t USING (tenant = (SELECT current_setting('app.tenant', true)))` },
    { base: `${base} CREATE POLICY p ON t USING (may_see(id))` },
    { base: `${base} CREATE POLICY p ON t USING (tenant = current_user)` },
    {
      base: `${base} CREATE POLICY p ON t USING (((SELECT auth.jwt()) ->> 'tenant') = tenant AND lower(tenant) = 'a')`,
    },
  ],
  *check({ catalog }) {
    for (const policy of policiesOf(catalog)) {
      const calls = [...callsPerRow(policy.using), ...callsPerRow(policy.check)];
      if (calls.length === 0) continue;
      const names = [...new Set(calls.map(({ name }) => `${name}()`))].join(', ');
      yield {
        message: `The policy ${identifier(policy.name)} of ${policy.tablePath} calls ${names} for each row.`,
        objects: [policy.path, policy.tablePath],
        evidence: { using: policy.using, check: policy.check },
        fix: { description: 'Ask once for a query', sql: wrapped(policy) },
      };
    }
  },
});

function wrapped({ name, tablePath, using, check }: TablePolicy): string {
  const clauses = [
    ...(using === null ? [] : [`USING (${withSelects(using)})`]),
    ...(check === null ? [] : [`WITH CHECK (${withSelects(check)})`]),
  ];
  return `ALTER POLICY ${identifier(name)} ON ${tablePath} ${clauses.join(' ')};`;
}

function withSelects(text: string): string {
  return callsPerRow(text)
    .toSorted((one, other) => other.start - one.start)
    .reduce((sql, { start, end }) => `${sql.slice(0, start)}(SELECT ${sql.slice(start, end)})${sql.slice(end)}`, text);
}
