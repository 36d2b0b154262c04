import { objectId, qualified } from '../../catalog/identifier.ts';
import { isAlwaysTrue } from '../facts/always-true.ts';
import { columnsByTable } from '../facts/columns-of.ts';
import { exposingGrants, isCaller, reachedBy } from '../facts/exposed.ts';
import { factsOf } from '../facts/objects-of.ts';
import { policiesByTable } from '../facts/policies-of.ts';
import { isSensitive } from '../facts/sensitive-name.ts';
import { defineSchemaRule } from '../rule.ts';

const users = 'CREATE TABLE users (id int PRIMARY KEY, name text, password_hash text, ssn text);';

export default defineSchemaRule({
  id: 'sensitive-column-exposed',
  group: 'security',
  severity: 'error',
  title: 'Anybody reads what is nobody’s business',
  why: 'By its name the column holds secrets or personal data, and whoever calls can read it of every row.',
  todo: 'Grant the columns that may be read instead of the table, or keep it in a table of its own that isn’t exposed.',
  bad: [
    { base: `${users} GRANT SELECT ON users TO anon` },
    { base: `${users} GRANT SELECT (id, ssn) ON users TO authenticated` },
    {
      base: `${users} GRANT SELECT ON users TO anon; ALTER TABLE users ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON users FOR SELECT USING (true)`,
    },
    { base: 'CREATE TABLE cards (id int PRIMARY KEY, "cardNumber" text); GRANT ALL ON cards TO PUBLIC' },
  ],
  good: [
    { base: users },
    { base: `${users} GRANT SELECT (id, name) ON users TO anon` },
    { base: `${users} GRANT INSERT ON users TO anon` },
    {
      base: `${users} GRANT SELECT ON users TO anon; ALTER TABLE users ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON users FOR SELECT USING (name = current_user)`,
    },
    { base: 'CREATE TABLE users (id int PRIMARY KEY, password_changed_at timestamptz); GRANT SELECT ON users TO anon' },
  ],
  *check({ catalog }) {
    const [columns, policies] = [columnsByTable(catalog), policiesByTable(catalog)];
    for (const { schema, name, rowSecurity } of factsOf(catalog, 'table')) {
      const grants = exposingGrants(catalog, objectId('table', [schema, name])).filter(
        ({ rights }) => 'SELECT' in rights,
      );
      const path = qualified(schema, name);
      const isOpen = (policies.get(path) ?? []).some(
        ({ command, permissive, roles, using }) =>
          permissive && /^(ALL|SELECT)$/.test(command) && roles.some(isCaller) && isAlwaysTrue(using),
      );
      if (grants.length === 0 || (rowSecurity && !isOpen)) continue;
      const read = (columns.get(path) ?? []).filter(
        (each) => isSensitive(each.name) && grants.some(({ column }) => column === null || column === each.name),
      );
      if (read.length === 0) continue;
      yield {
        message: `${reachedBy(grants)} can read ${read.map((each) => each.path).join(', ')}.`,
        objects: [...read.map((each) => each.path), path],
        evidence: { columns: read.map((each) => each.name) },
      };
    }
  },
});
