import { qualified } from '../../catalog/identifier.ts';
import { commentId } from '../../catalog/kinds/comment/comment.ts';
import { tableId } from '../../catalog/kinds/table/table-facts.ts';
import { factsOf } from '../facts/objects-of.ts';
import { defineSchemaRule } from '../rule.ts';

export default defineSchemaRule({
  id: 'missing-comment',
  group: 'style',
  severity: 'info',
  title: 'Nothing says what a table is for',
  why: 'A comment is where editors, documentation and whoever comes next look first.',
  todo: 'Write one: COMMENT ON TABLE.',
  optional: true,
  bad: [
    { base: 'CREATE TABLE users (id int PRIMARY KEY)' },
    { base: "CREATE TABLE users (id int PRIMARY KEY); COMMENT ON COLUMN users.id IS 'a number'" },
  ],
  good: [
    { base: "CREATE TABLE users (id int PRIMARY KEY); COMMENT ON TABLE users IS 'Who can sign in'" },
    {
      base: "CREATE TABLE t (id int) PARTITION BY LIST (id); COMMENT ON TABLE t IS 'x'; CREATE TABLE t1 PARTITION OF t DEFAULT",
    },
  ],
  *check({ catalog }) {
    for (const { schema, name, partitionOf } of factsOf(catalog, 'table')) {
      if (partitionOf !== null || catalog.objects.has(commentId(tableId(schema, name)))) continue;
      const path = qualified(schema, name);
      yield { message: `${path} has no comment.`, objects: [path] };
    }
  },
});
