import { defineRehearsalRule } from '../rule.ts';

export default defineRehearsalRule({
  id: 'rehearsed-without-rows',
  group: 'rehearsal',
  severity: 'info',
  title: 'Some tables were empty',
  why: 'What the migrations do to rows of theirs was not seen.',
  todo: 'Nothing, unless rows matter: the base may hold some.',
  bad: [
    {
      base: "CREATE FUNCTION never() RETURNS boolean LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION $$no$$; END'; CREATE TABLE users (id bigint PRIMARY KEY, CHECK (never()))",
      sql: 'ALTER TABLE users ADD COLUMN age int',
    },
  ],
  good: [
    { base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text)', sql: 'ALTER TABLE users ADD COLUMN age int' },
    { sql: 'CREATE TABLE a (id int PRIMARY KEY)' },
  ],
});
