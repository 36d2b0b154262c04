import { defineCodeRule } from '../rule.ts';

export default defineCodeRule({
  id: 'column-or-table-used-by-code',
  group: 'application',
  severity: 'error',
  title: 'Code still uses what a migration takes away',
  why: 'Instances that run this code fail from the moment that the migration is applied until all are replaced.',
  todo: 'Release code that doesn’t need it first, and migrate afterwards; or keep the old name for as long (a view, a second column).',
  bad: [
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text, email text)',
      sql: 'ALTER TABLE users DROP COLUMN name',
      code: "await pool.query('SELECT id, name FROM users WHERE id = $1', [id]);",
    },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text, email text)',
      sql: 'ALTER TABLE users RENAME TO people',
      code: `const rows = await sql\`SELECT id FROM users WHERE id = \${id}\`;`,
    },
  ],
  good: [
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text, email text)',
      sql: 'ALTER TABLE users DROP COLUMN name',
      code: "await pool.query('SELECT id, email FROM users WHERE id = $1', [id]);",
    },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text, email text)',
      sql: 'ALTER TABLE users ADD COLUMN age int',
      code: "await pool.query('SELECT id, age FROM users WHERE id = $1', [id]);",
    },
  ],
});
