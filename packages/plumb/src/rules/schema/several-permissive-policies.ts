import { identifier, qualified } from '../../catalog/identifier.ts';
import { everybody } from '../../catalog/role-name.ts';
import { factsOf } from '../facts/objects-of.ts';
import { policiesByTable, type TablePolicy } from '../facts/policies-of.ts';
import { defineSchemaRule } from '../rule.ts';

const table = 'CREATE TABLE t (id int PRIMARY KEY, owner text, open bool); ALTER TABLE t ENABLE ROW LEVEL SECURITY;';

export default defineSchemaRule({
  id: 'several-permissive-policies',
  group: 'security',
  severity: 'warning',
  title: 'Several policies for the same',
  why: 'A row is let through if any of them allows it, so each is worked out for every row, and one that is too open makes the others worth nothing.',
  todo: 'Make them one policy with OR, or make those that shall narrow RESTRICTIVE.',
  bad: [
    {
      base: `${table} CREATE POLICY a ON t FOR SELECT USING (open); CREATE POLICY b ON t FOR SELECT USING (owner = 'x')`,
    },
    { base: `${table} CREATE POLICY a ON t FOR SELECT USING (open); CREATE POLICY b ON t USING (owner = 'x')` },
    {
      base: `${table} CREATE POLICY a ON t FOR UPDATE TO anon USING (open); CREATE POLICY b ON t FOR UPDATE TO anon, app USING (owner = 'x')`,
    },
  ],
  good: [
    {
      base: `${table} CREATE POLICY a ON t FOR SELECT USING (open); CREATE POLICY b ON t FOR INSERT WITH CHECK (owner = 'x')`,
    },
    {
      base: `${table} CREATE POLICY a ON t FOR SELECT TO anon USING (open); CREATE POLICY b ON t FOR SELECT TO app USING (owner = 'x')`,
    },
    {
      base: `${table} CREATE POLICY a ON t USING (open); CREATE POLICY b ON t AS RESTRICTIVE USING (owner = 'x')`,
    },
  ],
  *check({ catalog }) {
    const policies = policiesByTable(catalog);
    for (const { schema, name } of factsOf(catalog, 'table')) {
      const path = qualified(schema, name);
      const permissive = (policies.get(path) ?? []).filter((each) => each.permissive);
      const several = permissive.filter((each) => permissive.some((other) => other !== each && meet(each, other)));
      if (several.length === 0) continue;
      yield {
        message: `${path} has several permissive policies for the same role and command: ${several.map((each) => identifier(each.name)).join(', ')}.`,
        objects: [path],
        evidence: { policies: several.map(({ name, command, roles }) => ({ name, command, roles })) },
      };
    }
  },
});

function meet(one: TablePolicy, other: TablePolicy): boolean {
  const sameCommand = one.command === other.command || one.command === 'ALL' || other.command === 'ALL';
  const isForAll = one.roles.includes(everybody) || other.roles.includes(everybody);
  return sameCommand && (isForAll || one.roles.some((role) => other.roles.includes(role)));
}
