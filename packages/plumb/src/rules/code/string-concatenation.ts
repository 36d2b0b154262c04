import { defineCodeRule } from '../rule.ts';

export default defineCodeRule({
  id: 'string-concatenation',
  group: 'queries',
  severity: 'error',
  title: 'SQL is put together from strings',
  why: 'Who chooses that text can run SQL of their own: an injection. And every value makes another statement, which PostgreSQL parses and plans anew.',
  todo: 'Pass values as parameters ($1, or a tagged template), and take names and directions from a list that stands in the code.',
  bad: [
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text, email text)',
      code: `await pool.query(\`SELECT id FROM users WHERE email = '\${email}'\`);`,
    },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text, email text)',
      code: "await pool.query('SELECT id FROM users WHERE name = \\'' + name + '\\'');",
    },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text, email text)',
      code: `let text = 'SELECT id FROM users WHERE id > 5';
if (name) text += " AND name = '" + name + "'";
await pool.query(text);`,
    },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text, email text)',
      code: `await sql\`SELECT id FROM users WHERE \${sql.raw(\`name = '\${name}'\`)}\`;`,
    },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text, email text)',
      code: `await prisma.$queryRawUnsafe('SELECT id FROM users WHERE name = \\''.concat(name, '\\''));`,
    },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text, email text)',
      code: `await pool.query(String.raw\`SELECT id FROM users WHERE name = '\${name}'\`);`,
    },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text, email text)',
      code: "const found = await knex('users').whereRaw('name = ' + name);",
    },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text, email text)',
      code: `const found = await repository.createQueryBuilder('u').where(\`u.name = '\${name}'\`).getMany();`,
    },
  ],
  good: [
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text, email text)',
      code: "await pool.query('SELECT id FROM users WHERE email = $1', [email]);",
    },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text, email text)',
      code: `const columns = 'id, name';
await pool.query(\`SELECT \${columns} FROM users WHERE id = $1\`, [id]);`,
    },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text, email text)',
      code: `await sql\`SELECT id FROM users WHERE email = \${email}\`;`,
    },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text, email text)',
      code: `await sql\`SELECT \${sql.raw('id')} FROM users WHERE email = \${email}\`;`,
    },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text, email text)',
      code: "const found = await knex('users').whereRaw('name = ?', [name]);",
    },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text, email text)',
      code: `const member = query(teams).where(\`roles.\${role}\`, '==', true);`,
    },
  ],
});
