import { defineRehearsalRule } from '../rule.ts';

export default defineRehearsalRule({
  id: 'unused-suppression',
  group: 'transaction',
  severity: 'warning',
  title: 'There is nothing to ignore',
  why: 'It would hide the next one that nobody has thought about.',
  todo: 'Take it out, or put it right above the statement that it is about.',
  bad: [
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text)',
      sql: `-- plumb-ignore drop-table: it was empty
ALTER TABLE users DROP COLUMN name;`,
    },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text)',
      sql: `-- plumb-ignore drop-colum: nobody reads it
ALTER TABLE users DROP COLUMN name;`,
    },
  ],
  good: [
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text)',
      sql: `-- plumb-ignore drop-column: nobody reads it since May
ALTER TABLE users DROP COLUMN name;`,
    },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text)',
      sql: `-- see the notes on ignoring rules
ALTER TABLE users DROP COLUMN name;`,
    },
  ],
});
