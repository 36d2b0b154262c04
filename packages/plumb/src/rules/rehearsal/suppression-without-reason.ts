import { defineRehearsalRule } from '../rule.ts';

export default defineRehearsalRule({
  id: 'suppression-without-reason',
  group: 'transaction',
  severity: 'warning',
  title: 'A reason is missing',
  why: 'Who reads it later has to know why it is fine here.',
  todo: 'Write `-- plumb-ignore <rule>: <why it is fine>`.',
  bad: [
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text)',
      sql: `-- plumb-ignore drop-column
ALTER TABLE users DROP COLUMN name;`,
    },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text)',
      sql: 'ALTER TABLE users DROP COLUMN name; -- plumb-ignore drop-column:',
    },
  ],
  good: [
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text)',
      sql: `-- plumb-ignore drop-column: nobody reads it since May
ALTER TABLE users DROP COLUMN name;`,
    },
    { base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text)', sql: 'ALTER TABLE users DROP COLUMN name;' },
  ],
});
