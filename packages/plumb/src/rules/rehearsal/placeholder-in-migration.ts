import { defineRehearsalRule } from '../rule.ts';

export default defineRehearsalRule({
  id: 'placeholder-in-migration',
  group: 'rehearsal',
  severity: 'error',
  title: 'A placeholder was not filled in',
  why: 'A tool puts a value in its place before PostgreSQL sees it.',
  todo: 'Check the SQL that the tool writes.',
  bad: [
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text)',
      sql: 'ALTER TABLE {{ table }} ADD COLUMN age int',
    },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text)',
      sql: `ALTER TABLE \${schema}.users ADD COLUMN age int`,
    },
  ],
  good: [
    { base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text)', sql: 'ALTER TABLE users ADD COLUMN age int' },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text)',
      sql: "ALTER TABLE users ADD COLUMN text text DEFAULT '{{ name }}'",
    },
  ],
});
