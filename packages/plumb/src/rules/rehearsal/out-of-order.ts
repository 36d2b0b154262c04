import { defineRehearsalRule } from '../rule.ts';

export default defineRehearsalRule({
  id: 'out-of-order',
  group: 'transaction',
  severity: 'warning',
  title: 'A migration is older than one that is applied',
  why: 'Where the newer one is applied already it runs after it, or not at all, as tools go; in a fresh database it runs before. If both touch the same objects, the two databases differ.',
  todo: 'Give the file a newer version, so that it runs last everywhere.',
  bad: [
    {
      names: ['20260301120000_users.sql', '20260215090000_age.sql'],
      base: 'CREATE TABLE users (id bigint PRIMARY KEY);',
      sql: 'ALTER TABLE users ADD COLUMN age int;',
    },
    {
      names: ['0010_users.sql', '0009_age.sql'],
      base: 'CREATE TABLE users (id bigint PRIMARY KEY);',
      sql: 'ALTER TABLE users ADD COLUMN age int;',
    },
  ],
  good: [
    {
      names: ['20260215090000_users.sql', '20260301120000_age.sql'],
      base: 'CREATE TABLE users (id bigint PRIMARY KEY);',
      sql: 'ALTER TABLE users ADD COLUMN age int;',
    },
    {
      names: ['9_users.sql', '10_age.sql'],
      base: 'CREATE TABLE users (id bigint PRIMARY KEY);',
      sql: 'ALTER TABLE users ADD COLUMN age int;',
    },
    {
      names: ['users.sql', '20260215090000_age.sql'],
      base: 'CREATE TABLE users (id bigint PRIMARY KEY);',
      sql: 'ALTER TABLE users ADD COLUMN age int;',
    },
  ],
});
