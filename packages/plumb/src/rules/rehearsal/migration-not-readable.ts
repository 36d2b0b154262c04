import { defineRehearsalRule } from '../rule.ts';

export default defineRehearsalRule({
  id: 'migration-not-readable',
  group: 'rehearsal',
  severity: 'error',
  title: 'The migration is not SQL alone',
  why: 'What applies migrations sends SQL to the server, which knows nothing of psql. Nothing of it was checked.',
  todo: 'Write what the command of psql does as SQL, or apply the file with psql and leave it out here.',
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
  ],
  good: [
    { base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text)', sql: 'ALTER TABLE users ADD COLUMN age int' },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text)',
      sql: `-- \\connect other
ALTER TABLE users ADD COLUMN age int;`,
    },
  ],
});
