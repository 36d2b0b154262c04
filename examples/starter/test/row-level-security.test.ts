import { expect } from 'vitest';
import { as, type Client, column, person, value } from './starter-database.ts';
import { fact } from './starter-facts.ts';

/** Whose drafts are about: somebody with several, and how many. */
async function writer(client: Client): Promise<{ id: string; drafts: number }> {
  const { rows } = await client.query<{ id: string; drafts: number }>(
    `select author_id as id, count(*)::int as drafts
     from app.posts
     where status = 'draft' and deleted_at is null and team_id is null
     group by author_id
     order by drafts desc, author_id
     limit 1`,
  );
  const [first] = rows;
  if (first === undefined) throw new Error('The seed has no drafts.');
  return first;
}

fact('the anonymous role sees the published posts that are not deleted, and nothing else', async (client) => {
  const all = await value<number>(
    client,
    `select count(*)::int from app.posts where status = 'published' and deleted_at is null`,
  );
  expect(all).toBeGreaterThan(800);
  await as(client, 'anonymous', null, async () => {
    expect(await value(client, 'select count(*)::int from app.posts')).toBe(all);
    expect(await column(client, `select distinct status from app.posts where deleted_at is null`)).toEqual([
      'published',
    ]);
    expect(await column(client, 'select id from app.posts where deleted_at is not null')).toEqual([]);
    expect(await column(client, 'select id from app.comments where deleted_at is not null')).toEqual([]);
    expect(await column(client, 'select id from app.profiles where deleted_at is not null')).toEqual([]);
  });
});

for (const table of [
  'app.settings',
  'app.teams',
  'app.team_members',
  'auth.users',
  'audit.entries',
  'private.user_stats',
]) {
  fact(`the anonymous role may not read ${table}`, async (client) => {
    const reading = as(client, 'anonymous', null, () => client.query(`select from ${table}`));
    await expect(reading).rejects.toMatchObject({ code: '42501' });
  });
}

fact("a signed-in person sees their own drafts and nobody else's", async (client) => {
  const { id, drafts } = await writer(client);
  const seen = `select count(*)::int from app.posts where status = 'draft' and team_id is null and author_id`;
  await as(client, 'signed_in', id, async () => {
    expect(await value(client, `${seen} = $1`, [id])).toBeGreaterThanOrEqual(drafts);
    expect(await value(client, `${seen} <> $1`, [id])).toBe(0);
  });
});

fact("a team's drafts are seen by its members only", async (client) => {
  const { rows } = await client.query<{ post: string; team: string; author: string }>(
    `select p.id as post, p.team_id as team, p.author_id as author
     from app.posts as p
     where p.status = 'draft' and p.deleted_at is null and p.team_id is not null
     order by p.id
     limit 1`,
  );
  const [draft] = rows;
  const mate = await column<string>(
    client,
    'select user_id from app.team_members where team_id = $1 and user_id <> $2 order by 1 limit 1',
    [draft?.team, draft?.author],
  );
  const stranger = await column<string>(
    client,
    'select id from app.profiles where id not in (select user_id from app.team_members where team_id = $1) order by 1 limit 1',
    [draft?.team],
  );
  const see = (account: string | undefined): Promise<string[]> =>
    as(client, 'signed_in', account ?? null, () =>
      column<string>(client, 'select id from app.posts where id = $1', [draft?.post]),
    );
  expect(await see(mate[0])).toEqual([draft?.post]);
  expect(await see(stranger[0])).toEqual([]);
});

fact('nobody writes a post in the name of another', async (client) => {
  const [me, other] = [await person(client, 1), await person(client, 2)];
  const insert = `insert into app.posts (author_id, slug, title) values ($1, 'in-my-name', 'In my name') returning author_id`;
  await expect(as(client, 'signed_in', me, () => client.query(insert, [other]))).rejects.toMatchObject({
    code: '42501',
  });
  expect(await as(client, 'signed_in', me, () => value(client, insert, [me]))).toBe(me);
});

fact('the author of a new post or comment is who asks, unless they say otherwise', async (client) => {
  const me = await person(client, 1);
  await as(client, 'signed_in', me, async () => {
    const insert = `insert into app.posts (slug, title) values ('by-default', 'By default') returning author_id`;
    expect(await value(client, insert)).toBe(me);
  });
});

fact('nobody changes the posts, the profile or the settings of another', async (client) => {
  const [me, other] = [await person(client, 1), await person(client, 2)];
  await as(client, 'signed_in', me, async () => {
    for (const update of [
      `update app.posts set title = 'Mine' where author_id = $1`,
      `update app.profiles set bio = 'Mine' where id = $1`,
      `update app.settings set preferences = '{}' where user_id = $1`,
      `update app.comments set body = 'Mine' where author_id = $1`,
    ]) {
      expect((await client.query(update, [other])).rowCount).toBe(0);
      expect((await client.query(update, [me])).rowCount).toBeGreaterThan(0);
    }
  });
});

fact('what the database keeps cannot be written by a client', async (client) => {
  const me = await person(client, 1);
  for (const column of [
    'author_id = id',
    'version = 9',
    'created_at = now()',
    'updated_at = now()',
    'published_at = now()',
  ]) {
    const update = as(client, 'signed_in', me, () => client.query(`update app.posts set ${column}`));
    await expect(update, column).rejects.toMatchObject({ code: '42501' });
  }
});

fact('an author deletes a post softly: others no longer see it, nobody loses it', async (client) => {
  const [me, other] = [await person(client, 1), await person(client, 2)];
  const post = await value<string>(
    client,
    `select id from app.posts where author_id = $1 and status = 'published' and deleted_at is null order by id limit 1`,
    [me],
  );
  const seen = (): Promise<string[]> => column<string>(client, 'select id from app.posts where id = $1', [post]);
  await as(client, 'signed_in', me, () =>
    client.query('update app.posts set deleted_at = now() where id = $1', [post]),
  );
  expect(await as(client, 'signed_in', me, seen)).toEqual([post]);
  expect(await as(client, 'signed_in', other, seen)).toEqual([]);
  expect(await as(client, 'anonymous', null, seen)).toEqual([]);
  const removal = as(client, 'signed_in', me, () => client.query('delete from app.posts where id = $1', [post]));
  await expect(removal).rejects.toMatchObject({ code: '42501' });
});

fact('comments go under published posts only, and an answer stays with its post', async (client) => {
  const me = await person(client, 1);
  const insert = 'insert into app.comments (post_id, parent_id, body) values ($1, $2, $3)';
  const posts = (status: string): Promise<string[]> =>
    column<string>(client, 'select id from app.posts where status = $1 and deleted_at is null order by id limit 1', [
      status,
    ]);
  const [published] = await posts('published');
  const [draft] = await posts('draft');
  const elsewhere = await value<string>(client, 'select id from app.comments where post_id <> $1 order by id limit 1', [
    published,
  ]);
  const say = (post: string | undefined, parent: string | null): Promise<unknown> =>
    as(client, 'signed_in', me, () => client.query(insert, [post, parent, 'I agree.']));
  await say(published, null);
  await expect(say(draft, null)).rejects.toMatchObject({ code: '42501' });
  await expect(say(published, elsewhere)).rejects.toMatchObject({ constraint: 'comments_parent_fkey' });
});

fact('whoever creates a team owns it; admins add members but cannot make owners', async (client) => {
  const [owner, admin, third] = [await person(client, 3), await person(client, 4), await person(client, 5)];
  const team = await as(client, 'signed_in', owner, () =>
    value<string>(client, `select app.create_team('tin-whistles', 'Tin Whistles')`),
  );
  const add = (by: string, who: string, role: string): Promise<unknown> =>
    as(client, 'signed_in', by, () =>
      client.query(
        'insert into app.team_members (team_id, user_id, role_id) select $1, $2, id from app.team_roles where name = $3',
        [team, who, role],
      ),
    );
  await expect(add(admin, admin, 'member')).rejects.toMatchObject({ code: '42501' });
  await add(owner, admin, 'admin');
  await expect(add(admin, third, 'owner')).rejects.toMatchObject({ code: '42501' });
  await add(admin, third, 'viewer');
  const demote = `delete from app.team_members where team_id = $1 and user_id = $2`;
  const demoted = await as(client, 'signed_in', admin, () => client.query(demote, [team, owner]));
  expect(demoted.rowCount).toBe(0);
  const left = await as(client, 'signed_in', third, () => client.query(demote, [team, third]));
  expect(left.rowCount).toBe(1);
  await expect(
    as(client, 'signed_in', null, () => client.query(`select app.create_team('nobody', 'Nobody')`)),
  ).rejects.toMatchObject({ code: '42501' });
});

fact('a search by the anonymous role finds published posts only', async (client) => {
  const found = await as(client, 'anonymous', null, () =>
    column<string>(client, `select id from app.search_posts('sourdough', 100)`),
  );
  expect(found.length).toBeGreaterThan(5);
  expect(
    await value(
      client,
      `select count(*)::int from app.posts where id = any ($1) and status = 'published' and deleted_at is null`,
      [found],
    ),
  ).toBe(found.length);
});

fact('everybody reads their own figures through my_stats()', async (client) => {
  const me = await person(client, 1);
  const [mine] = await as(client, 'signed_in', me, () =>
    column<string>(client, 'select published_posts from app.my_stats()'),
  );
  expect(mine).toBe(await value(client, 'select published_posts from private.user_stats where user_id = $1', [me]));
});
