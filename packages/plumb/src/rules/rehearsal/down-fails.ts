import { defineRehearsalRule } from '../rule.ts';

export default defineRehearsalRule({
  id: 'down-fails',
  group: 'rehearsal',
  severity: 'error',
  title: 'The way back fails',
  why: 'When the migration has to be taken back in a hurry, it can’t be.',
  todo: 'Mend the way down, so that it undoes what the way up does.',
  bad: [
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text)',
      sql: `-- plumb:up
ALTER TABLE users ADD COLUMN age int;
-- plumb:down
ALTER TABLE users DROP COLUMN ages;`,
    },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text)',
      sql: `-- plumb:up
CREATE TABLE a (id int PRIMARY KEY);
-- plumb:down
DROP TABLE b;`,
    },
  ],
  good: [
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text)',
      sql: `-- plumb:up
ALTER TABLE users ADD COLUMN age int;
-- plumb:down
ALTER TABLE users DROP COLUMN age;`,
    },
    { base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text)', sql: 'ALTER TABLE users ADD COLUMN age int' },
  ],
});
