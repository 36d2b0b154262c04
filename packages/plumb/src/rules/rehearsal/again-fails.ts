import { defineRehearsalRule } from '../rule.ts';

export default defineRehearsalRule({
  id: 'again-fails',
  group: 'rehearsal',
  severity: 'error',
  title: 'After the way back it can’t be applied again',
  why: 'The way back leaves something behind that is in its way.',
  todo: 'Take back in the way down all that the way up makes.',
  bad: [
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text)',
      sql: `-- plumb:up
ALTER TABLE users ADD COLUMN age int;
CREATE TABLE a (id int PRIMARY KEY);
-- plumb:down
ALTER TABLE users DROP COLUMN age;`,
    },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text)',
      sql: `-- plumb:up
CREATE TYPE mood AS ENUM ('ok');
ALTER TABLE users ADD COLUMN mood mood;
-- plumb:down
ALTER TABLE users DROP COLUMN mood;`,
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
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text)',
      sql: `-- plumb:up
CREATE TABLE IF NOT EXISTS a (id int PRIMARY KEY);
-- plumb:down
SELECT 1;`,
    },
  ],
});
