import { defineMigrationRule } from '../rule.ts';
import { truncatedTables } from '../truncated-tables.ts';

export default defineMigrationRule({
  id: 'truncate-cascade',
  group: 'data',
  severity: 'error',
  title: 'Tables that nobody named are emptied, too',
  why: 'CASCADE empties every table with a foreign key to one that is emptied, and those that refer to these, whatever their ON DELETE says.',
  todo: 'Name each table that you mean, without CASCADE: PostgreSQL then refuses where one is missing. Better, delete the rows that you mean with a WHERE.',
  over: ['truncate', 'blocks-others', 'ddl-in-do-block-or-function'],
  bad: [
    {
      base: 'CREATE TABLE users (id int PRIMARY KEY); CREATE TABLE orders (user_id int REFERENCES users)',
      sql: 'TRUNCATE users CASCADE',
    },
    {
      base: 'CREATE SCHEMA app; CREATE TABLE app.a (id int PRIMARY KEY); CREATE TABLE b (id int PRIMARY KEY REFERENCES app.a ON DELETE SET NULL); CREATE TABLE c (b int REFERENCES b)',
      sql: 'TRUNCATE TABLE app.a, b RESTART IDENTITY CASCADE',
    },
    {
      base: 'CREATE TABLE users (id int PRIMARY KEY); CREATE TABLE orders (user_id int REFERENCES users)',
      sql: 'DO $$ BEGIN TRUNCATE users CASCADE; END $$',
    },
  ],
  good: [
    { base: 'CREATE TABLE users (id int PRIMARY KEY)', sql: 'TRUNCATE users CASCADE' },
    {
      base: 'CREATE TABLE users (id int PRIMARY KEY); CREATE TABLE orders (user_id int REFERENCES users)',
      sql: 'TRUNCATE users, orders',
    },
    {
      base: 'CREATE TABLE m (a int) PARTITION BY RANGE (a); CREATE TABLE m1 PARTITION OF m DEFAULT',
      sql: 'TRUNCATE m CASCADE',
    },
    { sql: 'CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (a int REFERENCES a); TRUNCATE a CASCADE' },
  ],
  *check(view) {
    for (const step of view.steps) {
      const { named, others } = truncatedTables(step, view);
      if (others.length === 0) continue;
      const what = named.length === 0 ? '' : ` of ${named.join(', ')}, and`;
      yield {
        step,
        message: `All rows${what} of ${others.join(', ')} are deleted: CASCADE reaches what refers to them.`,
        objects: [...named, ...others],
      };
    }
  },
});
