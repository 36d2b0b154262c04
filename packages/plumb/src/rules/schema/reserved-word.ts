import { reservedWords } from '../../catalog/reserved-words.ts';
import { namedThings } from '../facts/named-things.ts';
import { defineSchemaRule } from '../rule.ts';

export default defineSchemaRule({
  id: 'reserved-word',
  group: 'style',
  severity: 'info',
  title: 'A name is a word of SQL',
  why: 'It must be quoted wherever it is written, and where it isn’t it can mean something else: SELECT user is who is connected.',
  todo: 'Give it another name.',
  optional: true,
  bad: [{ base: 'CREATE TABLE "user" (id int PRIMARY KEY)' }, { base: 'CREATE TABLE t ("order" int, "select" text)' }],
  good: [
    { base: 'CREATE TABLE users (id int PRIMARY KEY, name text)' },
    { base: 'CREATE TABLE "Order" (id int PRIMARY KEY)' },
  ],
  *check({ catalog }) {
    for (const { what, name, path } of namedThings(catalog)) {
      if (!reservedWords.has(name)) continue;
      yield { message: `The ${what} ${path} is named by a word of SQL.`, objects: [path] };
    }
  },
});
