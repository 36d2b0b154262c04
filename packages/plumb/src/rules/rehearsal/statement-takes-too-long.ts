import { defineRehearsalRule } from '../rule.ts';

export default defineRehearsalRule({
  id: 'statement-takes-too-long',
  group: 'rehearsal',
  severity: 'error',
  title: 'A statement does not end',
  why: 'On a shadow with a few rows it took longer than it may, and was ended. Nothing behind it was checked.',
  todo: 'Look what it waits for; --timeout gives more time.',
  bad: [{ base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text)', sql: 'SELECT pg_sleep(100000)' }],
  good: [
    { base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text)', sql: 'SELECT pg_sleep(0.01)' },
    { base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text)', sql: 'ALTER TABLE users ADD COLUMN age int' },
  ],
});
