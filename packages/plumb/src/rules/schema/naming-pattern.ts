import { namedThings } from '../facts/named-things.ts';
import { defineSchemaRule } from '../rule.ts';

export default defineSchemaRule({
  id: 'naming-pattern',
  group: 'style',
  severity: 'info',
  title: 'A name isn’t in snake_case',
  why: 'A name with capitals must be quoted wherever it is written, and one that is written otherwise is another.',
  todo: 'Name it in lower case, with underscores.',
  optional: true,
  bad: [{ base: 'CREATE TABLE "Users" (id int PRIMARY KEY)' }, { base: 'CREATE TABLE users ("firstName" text)' }],
  good: [
    { base: 'CREATE TABLE user_accounts (id int PRIMARY KEY, line_2 text)' },
    { base: 'CREATE TABLE UserAccounts (ID int PRIMARY KEY)' },
  ],
  *check({ catalog }) {
    for (const { what, name, path } of namedThings(catalog)) {
      if (/^[a-z_][a-z0-9_]*$/.test(name)) continue;
      yield { message: `The ${what} ${path} isn’t named in snake_case.`, objects: [path] };
    }
  },
});
