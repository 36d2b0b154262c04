import { dependentColumns } from '../facts/dependent-columns.ts';
import { defineSchemaRule } from '../rule.ts';

export default defineSchemaRule({
  id: 'partial-key-dependency',
  group: 'schema',
  severity: 'warning',
  title: 'A column says something of a part of the key',
  why: 'It is stored again with each row that has this part of the key, and one day two rows say different things of the same. That is no second normal form.',
  todo: 'Put it into the table that this part of the key refers to, and join. Where it is meant to stay as it was then, say so in its name or a comment.',
  bad: [
    {
      base: 'CREATE TABLE lines (order_id bigint, product_id bigint, product_name text, quantity int, PRIMARY KEY (order_id, product_id))',
    },
    {
      base: 'CREATE TABLE "Enrollment" ("studentId" int, "courseId" int, grade text, "studentName" text, "courseTitle" text, PRIMARY KEY ("studentId", "courseId"))',
    },
    {
      base: 'CREATE TABLE stock (warehouse int, item int, town text, amount int, PRIMARY KEY (warehouse, item))',
      usage: { dependencies: [{ table: 'public.stock', of: ['warehouse'], column: 'town' }] },
    },
  ],
  good: [
    {
      base: 'CREATE TABLE lines (order_id bigint, product_id bigint, product_price numeric, quantity int, PRIMARY KEY (order_id, product_id))',
    },
    { base: 'CREATE TABLE products (product_id bigint PRIMARY KEY, product_name text)' },
    {
      base: 'CREATE TABLE stock (warehouse int, item int, town text, amount int, PRIMARY KEY (warehouse, item))',
      usage: { dependencies: [{ table: 'public.stock', of: ['warehouse', 'item'], column: 'town' }] },
    },
    { base: 'CREATE TABLE members (team_id bigint, user_id bigint, role text, PRIMARY KEY (team_id, user_id))' },
  ],
  *check({ catalog, usage }) {
    for (const { table, of, isPartOfKey, columns, seen } of dependentColumns(catalog, usage)) {
      if (!isPartOfKey) continue;
      const names = columns.map(({ name }) => name);
      const follow = names.length === 1 ? 'follows' : 'follow';
      yield {
        message: `${names.join(', ')} of ${table} ${follow} from ${of.name}, a part of the key, ${seen ? 'in its rows' : 'by the names'}.`,
        severity: seen ? 'warning' : 'info',
        objects: [...columns.map(({ path }) => path), of.path, table],
        evidence: { of: of.name, columns: names, seen },
      };
    }
  },
});
