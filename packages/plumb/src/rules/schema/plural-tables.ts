import { namedThings } from '../facts/named-things.ts';
import { defineSchemaRule } from '../rule.ts';

export default defineSchemaRule({
  id: 'plural-tables',
  group: 'style',
  severity: 'info',
  title: 'A table is named in the singular',
  why: 'Where some tables are named by one row and some by all of them, each query begins with a look at the schema.',
  todo: 'Name it in the plural.',
  optional: true,
  bad: [
    { base: 'CREATE TABLE user_account (id int PRIMARY KEY)' },
    { base: 'CREATE TABLE category (id int PRIMARY KEY)' },
  ],
  good: [
    { base: 'CREATE TABLE users (id int PRIMARY KEY, name text)' },
    { base: 'CREATE TABLE people (id int PRIMARY KEY)' },
    { base: 'CREATE TABLE metadata (id int PRIMARY KEY)' },
  ],
  *check({ catalog }) {
    for (const { what, name, path } of namedThings(catalog)) {
      if (what !== 'table' || plural.test(name)) continue;
      yield { message: `The table ${path} is named in the singular.`, objects: [path] };
    }
  },
});

const plural = /(s|people|children|men|data|media|info|history|feedback|equipment|staff|news|series)$/i;
