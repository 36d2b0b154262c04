import { expect, test } from 'vitest';
import { schemaFolder } from '../../../test/schema-folder.ts';
import { checkQueries, type QueryCheck } from './check-queries.ts';

const schema = `
  create table users (id int primary key, name text, email text);
  create index on users (email);
  create table posts (id int primary key, user_id int references users, title text);
`;

function check(files: Record<string, string>, after: Record<string, string> = {}): Promise<QueryCheck> {
  const cwd = schemaFolder({ 'package.json': '{}', 'schema.sql': schema, ...files, ...after });
  const { signal } = new AbortController();
  const request = { cwd, env: process.env, signal, progress: () => {}, base: 'schema.sql' };
  return checkQueries({ ...request, files: Object.keys(files), after: Object.keys(after) });
}

function told({ findings }: QueryCheck): readonly string[] {
  return findings.map(({ id, location }) => `${id} ${location?.file}:${location?.line}:${location?.column}`);
}

test('queries in a file of SQL are checked against the schema, each at its place', async () => {
  const checked = await check({
    'q.sql': `-- name: one\nselect id, nam from users where id = $1;\nselect id from users where id = 'x';\nselect id from user_s;\n\nselect id from posts order by id limit 5 offset $1;\nselect id from where;`,
  });
  expect(told(checked)).toEqual([
    'invalid-query q.sql:2:12',
    'invalid-query q.sql:3:33',
    'invalid-query q.sql:4:16',
    'offset-pagination q.sql:6:49',
    'invalid-query q.sql:7:16',
  ]);
  expect(checked.checked).toMatchObject({ queries: 5, unknown: 0 });
});

test('queries in TypeScript are found in tags and calls, with the place of the word in the file', async () => {
  const checked = await check({
    'a.ts': `
import { pool, sql } from './db';
export const one = (id: number) => pool.query('select id, \\'é\\' as e, nam from users where id = $1', [id]);
export const two = (id: number) => sql<{ id: number }>\`
  select id, \${'x'} as x
  from users where id = \${id} and mail = 1\`;
export const many = () => client.query({ text: 'select * from users where id = $1', values: [1] });
export const part = (name: string) => sql\`lower(\${name})\`;
`,
  });
  expect(told(checked)).toEqual(['invalid-query a.ts:3:71', 'invalid-query a.ts:6:35', 'select-star a.ts:7:56']);
});

test('SQL that is put together from strings is found, but not what only stands in the code, nor placeholders', async () => {
  const checked = await check({
    'a.ts': `
const columns = 'id, name';
const order = { name: 'name', id: 'id' } as const;
export async function find(pool: Pool, id: string, ids: number[], by: 'name' | 'id', up: boolean) {
  await pool.query("select id from users where name = '" + id + "'");
  await pool.query(\`select \${columns} from users where email = '\${id}'\`);
  await pool.query(\`select \${columns} from users where id = $1 order by \${order[by]} \${up ? 'asc' : 'desc'}\`, [id]);
  await pool.query(\`select id from users where id in (\${ids.map((_, i) => \`$\${i + 1}\`).join(', ')})\`, ids);
  let text = 'select id from users where id > 5';
  if (up) text += " and name = '" + id + "'";
  await pool.query(text);
  const deleted = \`DELETE FROM users WHERE id = \${id}\`;
  console.log(\`SELECT something FROM \${id} took long\`);
  throw new Error(\`UPDATE users SET name = \${id} failed\`);
}
`,
  });
  expect(told(checked)).toEqual([
    'string-concatenation a.ts:5:60',
    'string-concatenation a.ts:6:67',
    'string-concatenation a.ts:10:37',
    'string-concatenation a.ts:12:51',
  ]);
});

test('parts of a tag that are only sometimes there, and parameters with names, hide nothing around them', async () => {
  const checked = await check({
    'a.ts': `
await sql\`select id, nam from users where id > 1 \${after ? sql\`and id > \${after}\` : sql\`\`} limit \${limit}\`;
await pool.query(['select id', 'from users', \`where email = '\${email}'\`].join(' '));
`,
    'q.sql': "select id, nam from users where id = :userId and name <> ':x' and id > :userId::int;",
  });
  expect(told(checked).toSorted()).toEqual([
    'invalid-query a.ts:2:22',
    'invalid-query q.sql:1:12',
    'string-concatenation a.ts:3:64',
  ]);
});

test('what a query can be only when it runs is not guessed', async () => {
  const { findings, checked } = await check({
    'a.ts': `
export const one = () => sql\`select id from \${users} where \${users.id} = 1\`;
export const two = () => sql\`delete from users \${where}\`;
export const three = () => sql\`select id from users where id in \${sql(ids)} and \${users.data}->>'a' = 'b'\`;
`,
  });
  expect(findings).toEqual([]);
  expect(checked).toMatchObject({ queries: 3, unknown: 2 });
});

test('a query that a migration breaks is told with its place, and one that waits for it is fine', async () => {
  const checked = await check(
    {
      'a.ts': `pool.query('select id, name from users where id = 1'); pool.query('select age from users where id = 1');`,
    },
    { 'm.sql': 'alter table users rename name to full_name; alter table users add age int;' },
  );
  expect(told(checked)).toEqual(['column-or-table-used-by-code a.ts:1:24']);
});

test('a finding is ignored where a comment gives a reason', async () => {
  const checked = await check({
    'q.sql': '-- plumb-ignore select-star: small\nselect * from users where id = 1;\nselect * from users where id = 2;',
    'a.ts': 'await sql`\n-- plumb-ignore select-star: all of it is shown\nselect * from users where id = 1`;',
  });
  expect(told(checked)).toEqual(['select-star q.sql:3:8']);
});

test('SQL that a text is put into by name, by format or by assignment is found, and what is quoted there is not', async () => {
  const checked = await check({
    'a.ts': `
await pool.query(format("select id from users where name = '%s' and id = 1", name));
await pool.query(format('select id from users where name = %L and id = 1', name));
await pool.query("select id from users where name = 'NAME' and id = 1".replace('NAME', name));
await pool.query('select id from users where id = ?'.replace(/\\?/g, () => '$1'), [id]);
let text = 'select id from users where id > 5';
text = text + " and name = '" + name + "'";
await pool.query(text + ' order by id limit 5');
let fixed = 'select id from users where id > 5';
fixed = fixed + ' and name = $1';
await pool.query(fixed, [name]);
`,
  });
  expect(told(checked)).toEqual([
    'string-concatenation a.ts:2:78',
    'string-concatenation a.ts:4:88',
    'string-concatenation a.ts:7:33',
  ]);
});

test('in code, comments of code say so, too, also of SQL that is put together', async () => {
  const checked = await check({
    'a.ts': `
// plumb-ignore select-star: all of it is shown
const one = await sql\`select * from users where id = 1\`;
/* plumb-ignore string-concatenation: the name comes from a list */
await pool.query(\`select id from users where name = '\${name}'\`);
// plumb-ignore select-star:
const two = await sql\`select * from users where id = 2\`;
// plumb-ignore query-in-loop: there are three at most
for (const id of ids) await sql\`select name from users where id = \${id}\`;
`,
  });
  expect(told(checked)).toEqual(['select-star a.ts:7:30', 'suppression-without-reason a.ts:6:1']);
});

test('a query for each turn of a loop is found, but not one for a batch, nor one that is no different', async () => {
  const checked = await check({
    'a.ts': `
for (const user of users) {
  const id = user.id;
  await sql\`select id from posts where user_id = \${id} order by id\`;
}
const all = await Promise.all(ids.map((id) => pool.query('select name from users where id = $1', [id])));
for (const batch of batches) await sql\`delete from posts where id = any (\${batch})\`;
for (const attempt of [1, 2, 3]) await sql\`select id from users where id = \${userId}\`;
const rows = ids.map((id) => sql\`(\${id})\`);
while (true) await sql\`select id from users where id = \${next}\`;
`,
  });
  expect(told(checked)).toEqual(['query-in-loop a.ts:4:13', 'query-in-loop a.ts:6:59']);
});

test('queries of a query builder, whose SQL is not in the code, are counted', async () => {
  const { checked } = await check({
    'a.ts': `
await db.select({ id: users.id }).from(users).where(eq(users.id, 1));
await kysely.selectFrom('users').select(['id']).execute();
await prisma.user.findMany({ where: { id: 1 } });
await db.update(users).set({ name: 'x' }).where(eq(users.id, 1));
const list = Array.from(rows.select('x'));
await pool.query('select name from users where id = 1');
`,
  });
  expect(checked).toMatchObject({ queries: 1, built: 4 });
});
