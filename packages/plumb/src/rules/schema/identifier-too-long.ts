import { namedThings } from '../facts/named-things.ts';
import { defineSchemaRule } from '../rule.ts';

export default defineSchemaRule({
  id: 'identifier-too-long',
  group: 'style',
  severity: 'info',
  title: 'A name has been cut off',
  why: 'PostgreSQL keeps 63 bytes of a name and drops the rest without an error: what is written in the code isn’t what is there.',
  todo: 'Give it a shorter name.',
  optional: true,
  bad: [
    { base: `CREATE TABLE ${'long_'.repeat(14)} (id int PRIMARY KEY)` },
    { base: `CREATE TABLE t (${'c'.repeat(63)} int)` },
  ],
  good: [
    { base: `CREATE TABLE ${'t'.repeat(50)} (id int PRIMARY KEY)` },
    { base: 'CREATE TABLE users (id int PRIMARY KEY)' },
    { base: `CREATE TABLE ${'t'.repeat(60)} (id int PRIMARY KEY)` },
  ],
  *check({ catalog }) {
    for (const { what, name, path } of namedThings(catalog)) {
      if (Buffer.byteLength(name) < 63) continue;
      yield { message: `The name of the ${what} ${path} is as long as one can be.`, objects: [path] };
    }
  },
});
