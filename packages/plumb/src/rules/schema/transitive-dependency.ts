import { dependentColumns } from '../facts/dependent-columns.ts';
import { defineSchemaRule } from '../rule.ts';

export default defineSchemaRule({
  id: 'transitive-dependency',
  group: 'schema',
  severity: 'warning',
  title: 'A column follows from another that is no key',
  why: 'It is stored again with each row, and one day two rows say different things of the same. That is no third normal form.',
  todo: 'Put it into the table that the other column refers to, and join. Where it is meant to stay as it was then, say so in its name or a comment.',
  bad: [
    {
      base: 'CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, customer_name text, customer_email text, total numeric)',
    },
    {
      base: 'CREATE TABLE employees (id bigint PRIMARY KEY, name text, "departmentId" int, "departmentName" varchar(40))',
    },
    {
      base: 'CREATE TABLE people (id bigint PRIMARY KEY, zip text, city text)',
      usage: { dependencies: [{ table: 'public.people', of: ['zip'], column: 'city' }] },
    },
  ],
  good: [
    { base: 'CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, total numeric, shipping_name text)' },
    { base: 'CREATE TABLE customers (customer_id bigint PRIMARY KEY, customer_name text)' },
    { base: 'CREATE TABLE visits (id bigint PRIMARY KEY, user_id bigint, user_agent text, session_id uuid)' },
    {
      base: 'CREATE TABLE people (id bigint PRIMARY KEY, email text UNIQUE, city text)',
      usage: { dependencies: [{ table: 'public.people', of: ['email'], column: 'city' }] },
    },
    { base: 'CREATE TABLE notes (id bigint PRIMARY KEY, subject_id bigint, subject_type text)' },
  ],
  *check({ catalog, usage }) {
    for (const { table, of, isPartOfKey, columns, seen } of dependentColumns(catalog, usage)) {
      if (isPartOfKey) continue;
      const names = columns.map(({ name }) => name);
      const follow = names.length === 1 ? 'follows' : 'follow';
      yield {
        message: `${names.join(', ')} of ${table} ${follow} from ${of.name}, ${seen ? 'in its rows' : 'by the names'}.`,
        severity: seen ? 'warning' : 'info',
        objects: [...columns.map(({ path }) => path), of.path, table],
        evidence: { of: of.name, columns: names, seen },
      };
    }
  },
});
