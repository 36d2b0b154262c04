import { qualified } from '../../catalog/identifier.ts';
import { foreignKeysOf } from '../facts/constraints-of.ts';
import { defineSchemaRule } from '../rule.ts';

const parent = 'CREATE TABLE users (id int PRIMARY KEY);';

export default defineSchemaRule({
  id: 'foreign-key-suffix',
  group: 'style',
  severity: 'info',
  title: 'A reference isn’t named like one',
  why: 'Who reads a query sees by the name which columns lead to other tables.',
  todo: 'Let its name end in _id.',
  optional: true,
  bad: [
    { base: `${parent} CREATE TABLE orders (id int PRIMARY KEY, customer int REFERENCES users)` },
    { base: `${parent} CREATE TABLE orders (id int PRIMARY KEY, fk_user int REFERENCES users)` },
  ],
  good: [
    { base: `${parent} CREATE TABLE orders (id int PRIMARY KEY, user_id int REFERENCES users)` },
    { base: `${parent} CREATE TABLE orders (id int PRIMARY KEY, "userId" int REFERENCES users)` },
    { base: `${parent} CREATE TABLE profiles (id int PRIMARY KEY REFERENCES users)` },
  ],
  *check({ catalog }) {
    for (const { schema, table, columns, references } of foreignKeysOf(catalog)) {
      const [column] = columns;
      if (column === undefined || columns.length > 1 || /(^|_)id$|Id$/.test(column)) continue;
      const path = qualified(schema, table, column);
      const target = qualified(references.schema, references.table);
      yield { message: `${path} references ${target}, and its name doesn’t end in _id.`, objects: [path] };
    }
  },
});
