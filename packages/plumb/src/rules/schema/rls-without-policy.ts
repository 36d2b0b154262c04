import { qualified } from '../../catalog/identifier.ts';
import { factsOf } from '../facts/objects-of.ts';
import { policiesByTable } from '../facts/policies-of.ts';
import { defineSchemaRule } from '../rule.ts';

export default defineSchemaRule({
  id: 'rls-without-policy',
  group: 'security',
  severity: 'info',
  title: 'Row security without a policy',
  why: 'Nobody but the owner and roles that bypass row security sees a row, and no error says so: queries find nothing.',
  todo: 'Write a policy for those who shall see rows, or revoke what they were granted.',
  bad: [
    { base: 'CREATE TABLE t (id int PRIMARY KEY); ALTER TABLE t ENABLE ROW LEVEL SECURITY' },
    { base: 'CREATE SCHEMA s; CREATE TABLE s."T" (id int PRIMARY KEY); ALTER TABLE s."T" ENABLE ROW LEVEL SECURITY' },
    {
      base: 'CREATE TABLE t (id int PRIMARY KEY); ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON t AS RESTRICTIVE USING (id > 0)',
    },
  ],
  good: [
    {
      base: 'CREATE TABLE t (id int PRIMARY KEY); ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON t FOR SELECT USING (id > 0)',
    },
    { base: 'CREATE TABLE t (id int PRIMARY KEY)' },
    {
      base: 'CREATE TABLE t (id int PRIMARY KEY) PARTITION BY RANGE (id); CREATE TABLE t1 PARTITION OF t DEFAULT; ALTER TABLE t1 ENABLE ROW LEVEL SECURITY',
    },
  ],
  *check({ catalog }) {
    const policies = policiesByTable(catalog);
    for (const { schema, name, rowSecurity, partitionOf } of factsOf(catalog, 'table')) {
      const path = qualified(schema, name);
      // rows of a partition are read through the partitioned table, whose policies hold
      if (!rowSecurity || partitionOf !== null) continue;
      if (policies.get(path)?.some(({ permissive }) => permissive)) continue;
      yield { message: `${path} has row security, and no policy lets anybody through.`, objects: [path] };
    }
  },
});
