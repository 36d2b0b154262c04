import { expect } from 'vitest';
import { as, type Client, column, person, value } from './starter-database.ts';
import { fact } from './starter-facts.ts';

function signUp(client: Client, email: string, data: object = {}): Promise<string> {
  return value<string>(client, 'insert into auth.users (email, raw_user_meta_data) values ($1, $2) returning id', [
    email,
    data,
  ]);
}

fact('signing up makes a profile and settings', async (client) => {
  const id = await signUp(client, 'Ida.Moss@fernwood.example', { handle: 'Ida Moss', display_name: 'Ida Moss' });
  const { rows } = await client.query(
    `select p.handle, p.display_name, s.preferences
     from app.profiles as p
     join app.settings as s on s.user_id = p.id
     where p.id = $1`,
    [id],
  );
  expect(rows).toEqual([{ handle: 'ida_moss', display_name: 'Ida Moss', preferences: {} }]);
});

fact('signing up never fails because a handle is taken, too short, or strange', async (client) => {
  for (const [index, handle] of [
    'Ada',
    'ada',
    'ADA',
    '',
    'ab',
    '__',
    'Ωμέγα',
    'x'.repeat(300),
    'drop table;',
  ].entries()) {
    await signUp(client, `a${index}@fernwood.example`, { handle, display_name: handle });
  }
  const handles = await column<string>(
    client,
    `select p.handle from app.profiles as p join auth.users as u using (id) where u.email ~ '^a[0-9]@' order by u.email`,
  );
  expect(handles.length).toBe(9);
  expect(new Set(handles).size).toBe(9);
});

fact('two accounts cannot share an email address, however it is spelled', async (client) => {
  await signUp(client, 'ida@fernwood.example');
  await expect(signUp(client, 'IDA@fernwood.example')).rejects.toMatchObject({ constraint: 'users_email_key' });
});

fact('every update moves updated_at and the version, also when the client does not mention them', async (client) => {
  const before = `select updated_at < now() - interval '1 minute' from app.posts where id = md5('post:1')::uuid`;
  const version = `select version::int from app.posts where id = md5('post:1')::uuid`;
  expect(await value(client, before)).toBe(true);
  const old = await value<number>(client, version);
  await client.query(`update app.posts set title = 'A better title' where id = md5('post:1')::uuid`);
  expect(await value(client, before)).toBe(false);
  expect(await value(client, version)).toBe(old + 1);
});

fact('of two editors with the same version, the second changes nothing', async (client) => {
  const version = await value<string>(client, `select version from app.posts where id = md5('post:1')::uuid`);
  const save = `update app.posts set title = $1 where id = md5('post:1')::uuid and version = $2`;
  expect((await client.query(save, ['First', version])).rowCount).toBe(1);
  expect((await client.query(save, ['Second', version])).rowCount).toBe(0);
});

fact('publishing stamps the moment, once', async (client) => {
  const me = await person(client, 1);
  await as(client, 'signed_in', me, () =>
    client.query(`insert into app.posts (slug, title, status) values ('straight-out', 'Straight out', 'published')`),
  );
  const stamp = (): Promise<Date> =>
    value<Date>(client, `select published_at from app.posts where slug = 'straight-out'`);
  const first = await stamp();
  await client.query(`update app.posts set status = 'draft' where slug = 'straight-out'`);
  await client.query(`update app.posts set status = 'published' where slug = 'straight-out'`);
  expect(await stamp()).toEqual(first);
});

fact('the audit log keeps who inserted, updated and deleted what, with old and new values', async (client) => {
  const me = await person(client, 1);
  const id = await as(client, 'signed_in', me, () =>
    value<string>(
      client,
      `insert into app.posts (slug, title) values ('for-the-record', 'For the record') returning id`,
    ),
  );
  await as(client, 'signed_in', me, () =>
    client.query(`update app.posts set title = 'Off the record' where id = $1`, [id]),
  );
  await client.query('delete from app.posts where id = $1', [id]);

  const { rows } = await client.query(
    `select operation, actor_id, old_values ->> 'title' as old, new_values ->> 'title' as new
     from audit.entries where row_id = $1 order by occurred_at, id`,
    [id],
  );
  expect(rows).toEqual([
    { operation: 'insert', actor_id: me, old: null, new: 'For the record' },
    { operation: 'update', actor_id: me, old: 'For the record', new: 'Off the record' },
    { operation: 'delete', actor_id: null, old: 'Off the record', new: null },
  ]);
  const changed = await column<string>(
    client,
    `select jsonb_object_keys(new_values) from audit.entries where row_id = $1 and operation = 'update' order by 1`,
    [id],
  );
  expect(changed).toEqual(['title', 'updated_at', 'version']);
});

fact('a client can neither read nor rewrite history', async (client) => {
  const me = await person(client, 1);
  for (const sql of [
    'select from audit.entries',
    'delete from audit.entries',
    `update audit.entries set actor_id = null`,
  ]) {
    await expect(as(client, 'signed_in', me, () => client.query(sql))).rejects.toMatchObject({ code: '42501' });
  }
});

fact('new months are made in advance, and take over what waited in the default partition', async (client) => {
  await client.query(`
    insert into audit.entries (occurred_at, row_id, operation, table_name)
    values ('2031-01-31 23:59:59+00', gen_random_uuid(), 'insert', 'app.posts'),
           ('2031-02-01 00:00:00+00', gen_random_uuid(), 'insert', 'app.posts'),
           ('2031-05-01 00:00:00+00', gen_random_uuid(), 'insert', 'app.posts')
  `);
  const make = `select audit.ensure_partitions('2031-01-15', 3)`;
  expect(await as(client, 'job_worker', null, () => value(client, make))).toBe(3);
  expect(await value(client, make)).toBe(0);
  const places = await column<string>(
    client,
    `select tableoid::regclass::text from audit.entries where occurred_at > '2031-01-01' order by occurred_at`,
  );
  expect(places).toEqual(['audit.entries_2031_01', 'audit.entries_2031_02', 'audit.entries_default']);
  await client.query(`update app.posts set title = 'Still audited' where id = md5('post:1')::uuid`);
});

fact(
  'an account that is deleted takes its profile and posts along; its comments stay, without a name',
  async (client) => {
    const me = await person(client, 1);
    const comments = await column<string>(
      client,
      `select c.id from app.comments as c join app.posts as p on p.id = c.post_id
     where c.author_id = $1 and p.author_id <> $1`,
      [me],
    );
    expect(comments.length).toBeGreaterThan(10);
    await client.query('delete from auth.users where id = $1', [me]);
    expect(await value(client, 'select count(*)::int from app.posts where author_id = $1', [me])).toBe(0);
    const left = `select count(*)::int from app.comments where id = any ($1) and author_id is null`;
    // Answers to the deleted person's own posts went with those posts.
    expect(await value(client, left, [comments])).toBe(comments.length);
  },
);

fact('user_stats is refreshed by the worker without making readers wait', async (client) => {
  const me = await person(client, 1);
  const published = 'select published_posts::int from private.user_stats where user_id = $1';
  const before = await value<number>(client, published, [me]);
  await as(client, 'signed_in', me, () =>
    client.query(`insert into app.posts (slug, title, status) values ('one-more', 'One more', 'published')`),
  );
  expect(await value(client, published, [me])).toBe(before);
  await client.query('begin');
  await client.query('set local role job_worker');
  await client.query('select private.refresh_user_stats()');
  const locks = await column<string>(
    client,
    `select mode from pg_locks where relation = 'private.user_stats'::regclass and pid = pg_backend_pid()`,
  );
  await client.query('commit');
  // EXCLUSIVE lets readers through; ACCESS EXCLUSIVE, the lock of a plain refresh, does not.
  expect(locks).toContain('ExclusiveLock');
  expect(locks).not.toContain('AccessExclusiveLock');
  expect(await value(client, published, [me])).toBe(before + 1);
});

fact('user_stats counts each post and each comment once', async (client) => {
  const { rows } = await client.query(
    `select s.user_id
     from private.user_stats as s
     where s.published_posts <> (
         select count(*) from app.posts as p
         where p.author_id = s.user_id and p.status = 'published' and p.deleted_at is null
       )
       or s.comments_written <> (
         select count(*) from app.comments as c where c.author_id = s.user_id and c.deleted_at is null
       )`,
  );
  expect(rows).toEqual([]);
});

fact('a request that is sent twice is answered twice and done once', async (client) => {
  const me = await person(client, 1);
  const begin = (hash: string): Promise<{ rows: unknown[] }> =>
    as(client, 'signed_in', me, () => client.query(`select * from app.begin_request('order-0001', $1)`, [hash]));
  expect((await begin('a')).rows).toEqual([{ is_new: true, status_code: null, response: null }]);
  await as(client, 'signed_in', me, () => client.query(`select app.finish_request('order-0001', 201, '{"id": 7}')`));
  expect((await begin('a')).rows).toEqual([{ is_new: false, status_code: 201, response: { id: 7 } }]);
  await expect(begin('b')).rejects.toMatchObject({ code: '23505' });
  await client.query(
    `update private.idempotency_keys set expires_at = now() - interval '1 second' where user_id = $1`,
    [me],
  );
  expect((await begin('b')).rows).toEqual([{ is_new: true, status_code: null, response: null }]);
});
