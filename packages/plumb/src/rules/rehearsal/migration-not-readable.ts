import { defineRehearsalRule } from '../rule.ts';

export default defineRehearsalRule({
  id: 'migration-not-readable',
  group: 'rehearsal',
  severity: 'error',
  title: 'The migration can’t be applied as it stands',
  why: 'What applies migrations sends their SQL to the server, in transactions of its own. Commands of psql, rows behind COPY and a ROLLBACK have no place there. Nothing of the migration was checked.',
  todo: 'Write it as SQL that can be sent, or apply the file with psql and leave it out here.',
  bad: [
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text)',
      sql: `\\connect other
ALTER TABLE users ADD COLUMN age int;`,
    },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text)',
      sql: `ALTER TABLE users ADD COLUMN age int;
\\gexec`,
    },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text)',
      sql: 'BEGIN; ALTER TABLE users ADD COLUMN age int; ROLLBACK;',
    },
  ],
  good: [
    { base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text)', sql: 'ALTER TABLE users ADD COLUMN age int' },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text)',
      sql: `-- \\connect other
ALTER TABLE users ADD COLUMN age int;`,
    },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text)',
      sql: 'BEGIN; ALTER TABLE users ADD COLUMN age int; COMMIT; ROLLBACK;',
    },
  ],
});
