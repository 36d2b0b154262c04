import { defineCodeRule } from '../rule.ts';

export default defineCodeRule({
  id: 'invalid-query',
  group: 'queries',
  severity: 'error',
  title: 'PostgreSQL refuses the query',
  why: 'It was tried on a shadow with the schema, and fails there as it will in production.',
  todo: 'Mend the query, or add what it needs to the schema in a migration that is applied before.',
  bad: [
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text, email text)',
      code: "await pool.query('SELECT id, nam FROM users WHERE id = $1', [id]);",
    },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text, email text)',
      code: `const rows = await sql\`SELECT id FROM user_s WHERE id = \${id}\`;`,
    },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text, email text)',
      sql: "SELECT id FROM users WHERE id = 'one'",
    },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text, email text)',
      code: `await knex.raw('SELECT nam FROM users WHERE id = ?', [id]);`,
    },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text, email text)',
      code: `await sequelize.query('SELECT nam FROM users WHERE id = :id', { replacements: { id } });`,
    },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text, email text)',
      code: `const find = { name: 'find', text: 'SELECT nam FROM users WHERE id = $1' };
await client.query(find);`,
    },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text, email text)',
      sql: "INSERT INTO users (id, email) VALUES ($1, 'a@b.c') ON CONFLICT (email) DO NOTHING",
    },
  ],
  good: [
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text, email text)',
      code: "await pool.query('SELECT id, name FROM users WHERE id = $1', [id]);",
    },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text, email text)',
      code: `const rows = await sql\`SELECT id FROM \${table} WHERE id = \${id}\`;`,
    },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text, email text)',
      sql: 'SELECT id FROM users WHERE id = :id',
    },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text, email text)',
      code: `await knex.raw('SELECT id FROM users WHERE ?? = ?', ['id', id]);`,
    },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text, email text)',
      code: `await pool.query("SELECT id FROM users WHERE id = '" + id + "'");`,
    },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text, email text)',
      sql: 'INSERT INTO users (id, email) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET email = excluded.email',
    },
  ],
});
