import { defineCodeRule } from '../rule.ts';

export default defineCodeRule({
  id: 'query-in-loop',
  group: 'queries',
  severity: 'warning',
  title: 'A query for each of several things',
  why: 'Each run waits for the network and the server: a hundred rows are a hundred round trips, where one query would do.',
  todo: 'Ask once for all: `WHERE id = ANY ($1)`, a join, or `INSERT … SELECT … FROM unnest($1::…[])`.',
  bad: [
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text, email text)',
      code: `for (const id of ids) {
  await pool.query('SELECT name FROM users WHERE id = $1', [id]);
}`,
    },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text, email text)',
      code: `await Promise.all(users.map((user) => sql\`UPDATE users SET name = \${user.name} WHERE id = \${user.id}\`));`,
    },
  ],
  good: [
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text, email text)',
      code: "await pool.query('SELECT name FROM users WHERE id = ANY ($1)', [ids]);",
    },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text, email text)',
      code: `for (const batch of batches) await sql\`DELETE FROM users WHERE id = ANY (\${batch})\`;`,
    },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text, email text)',
      code: `const rows = ids.map((id) => sql\`(\${id})\`);`,
    },
  ],
});
