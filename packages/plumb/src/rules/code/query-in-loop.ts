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
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text, email text)',
      code: `const load = (id: number) => pool.query('SELECT name FROM users WHERE id = $1', [id]);
await Promise.all(ids.map(load));`,
    },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text, email text)',
      code: `async function load(id: number) {
  return pool.query('SELECT name FROM users WHERE id = $1', [id]);
}
for (const id of ids) await load(id);`,
    },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text, email text)',
      code: `while (ids.length > 0) await pool.query('DELETE FROM users WHERE id = $1', [ids.shift()]);`,
    },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text, email text)',
      code: `for await (const user of stream) {
  await pool.query('INSERT INTO users (id, name) VALUES ($1, $2)', [user.id, user.name]);
}`,
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
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text, email text)',
      code: `while (true) {
  const { rows } = await pool.query('SELECT id FROM users WHERE id > $1 ORDER BY id LIMIT 100', [last]);
  if (rows.length === 0) break;
  last = rows[rows.length - 1].id;
}`,
    },
    {
      base: 'CREATE TABLE users (id bigint PRIMARY KEY, name text, email text)',
      code: `for (const chunk of chunks) await sql\`INSERT INTO users \${sql(chunk)}\`;`,
    },
  ],
});
