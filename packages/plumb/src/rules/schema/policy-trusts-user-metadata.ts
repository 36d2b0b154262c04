import { identifier } from '../../catalog/identifier.ts';
import { parsedExpression } from '../facts/parsed-expression.ts';
import { policiesOf } from '../facts/policies-of.ts';
import { defineSchemaRule } from '../rule.ts';
import { namesIn, nodesOf } from '../sql/nodes-of.ts';

const base = `CREATE SCHEMA auth; CREATE FUNCTION auth.jwt() RETURNS jsonb LANGUAGE sql STABLE AS 'SELECT null::jsonb';
  CREATE TABLE auth.users (id uuid PRIMARY KEY, raw_user_meta_data jsonb, raw_app_meta_data jsonb);
  CREATE TABLE t (id int PRIMARY KEY, tenant text); ALTER TABLE t ENABLE ROW LEVEL SECURITY;`;

export default defineSchemaRule({
  id: 'policy-trusts-user-metadata',
  group: 'security',
  severity: 'error',
  title: 'A policy believes what users say of themselves',
  why: 'Users write their own user_metadata: whoever wants to be an administrator, or of another tenant, says so there.',
  todo: 'Use app_metadata, which only the server writes, or a table of your own.',
  bad: [
    { base: `${base} CREATE POLICY p ON t USING ((((SELECT auth.jwt()) -> 'user_metadata') ->> 'role') = 'admin')` },
    {
      base: `${base} CREATE POLICY p ON t FOR SELECT USING (((SELECT auth.jwt()) #>> '{user_metadata,tenant}') = tenant)`,
    },
    {
      base: `${base} CREATE POLICY p ON t USING (EXISTS (SELECT FROM auth.users u WHERE u.raw_user_meta_data ->> 'tenant' = t.tenant))`,
    },
    {
      base: `${base} CREATE POLICY p ON t FOR INSERT WITH CHECK (((SELECT current_setting('request.jwt.claims', true))::jsonb -> 'user_metadata' ->> 'tenant') = tenant)`,
    },
  ],
  good: [
    { base: `${base} CREATE POLICY p ON t USING ((((SELECT auth.jwt()) -> 'app_metadata') ->> 'role') = 'admin')` },
    { base: `${base} CREATE POLICY p ON t USING (((SELECT auth.jwt()) ->> 'sub') = tenant)` },
    { base: `${base} ALTER TABLE t ADD user_metadata text; CREATE POLICY p ON t USING (user_metadata = 'x')` },
  ],
  *check({ catalog }) {
    for (const { name, path, tablePath, using, check } of policiesOf(catalog)) {
      if (![using, check].some(readsUserMetadata)) continue;
      yield {
        message: `The policy ${identifier(name)} of ${tablePath} decides by the metadata that users write themselves.`,
        objects: [path, tablePath],
        evidence: { using, check },
      };
    }
  },
});

function readsUserMetadata(text: string | null): boolean {
  const tree = parsedExpression(text);
  for (const { A_Const: constant } of nodesOf(tree, 'A_Const')) {
    if (/^(\{ *)?"?user_metadata\b/.test(constant.sval?.sval ?? '')) return true;
  }
  for (const { ColumnRef: column } of nodesOf(tree, 'ColumnRef')) {
    if (namesIn(column.fields).at(-1) === 'raw_user_meta_data') return true;
  }
  return false;
}
