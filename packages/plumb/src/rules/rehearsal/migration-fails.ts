import { defineRehearsalRule } from '../rule.ts';

export default defineRehearsalRule({
  id: 'migration-fails',
  group: 'rehearsal',
  severity: 'error',
  title: 'The migration fails',
  why: 'PostgreSQL refused it on a shadow in the state before it. Nothing behind it was checked.',
  todo: 'Mend the statement; or name the right state before it with --base.',
  bad: [
    { base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text)', sql: 'ALTER TABLE users ADD COLUMN name text' },
    { base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text)', sql: 'ALTER TABLE user_s ADD COLUMN age int' },
    { base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text)', sql: 'ALTER TABLE users ADD COLUM age int' },
  ],
  good: [
    { base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text)', sql: 'ALTER TABLE users ADD COLUMN age int' },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text)',
      sql: 'ALTER TABLE users ADD COLUMN IF NOT EXISTS name text',
    },
  ],
});
