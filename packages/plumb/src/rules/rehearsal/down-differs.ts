import { defineRehearsalRule } from '../rule.ts';

export default defineRehearsalRule({
  id: 'down-differs',
  group: 'rehearsal',
  severity: 'warning',
  title: 'The way back doesn’t lead back',
  why: 'Who rolls back expects the state from before. Later migrations may fail on what is different.',
  todo: 'Take back in the way down all that the way up does, and nothing else.',
  bad: [
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text)',
      sql: `-- plumb:up
ALTER TABLE users ADD COLUMN age int;
CREATE TABLE IF NOT EXISTS a (id int PRIMARY KEY);
-- plumb:down
ALTER TABLE users DROP COLUMN age;`,
    },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text)',
      sql: `-- plumb:up
ALTER TABLE users ALTER name SET DEFAULT 1;
-- plumb:down
ALTER TABLE users ALTER name SET DEFAULT 2;`,
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
ALTER TABLE users ALTER name SET DEFAULT 1;
-- plumb:down
ALTER TABLE users ALTER name DROP DEFAULT;`,
    },
  ],
});
