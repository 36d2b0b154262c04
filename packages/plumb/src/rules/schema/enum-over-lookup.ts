import { qualified } from '../../catalog/identifier.ts';
import { factsOf } from '../facts/objects-of.ts';
import { defineSchemaRule } from '../rule.ts';

export default defineSchemaRule({
  id: 'enum-over-lookup',
  group: 'schema',
  severity: 'info',
  title: 'A list of values is a type',
  why: 'A value of an enum can’t be taken away, and nothing can be said of one: no name to show, no order, no end.',
  todo: 'Make it a table, and reference it.',
  optional: true,
  bad: [
    { base: "CREATE TYPE mood AS ENUM ('good', 'bad')" },
    { base: 'CREATE SCHEMA s; CREATE TYPE s."Status" AS ENUM (\'new\')' },
  ],
  good: [
    { base: 'CREATE TABLE moods (name text PRIMARY KEY)' },
    { base: 'CREATE TYPE point3 AS (x int, y int, z int)' },
  ],
  *check({ catalog }) {
    for (const { schema, name, labels } of factsOf(catalog, 'enum')) {
      const path = qualified(schema, name);
      yield { message: `${path} is an enum of ${labels.length} values.`, objects: [path], evidence: { labels } };
    }
  },
});
