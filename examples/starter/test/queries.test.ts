import { expect, test } from 'vitest';
import { type Client, column, type SqlFile, sqlFiles, value } from './starter-database.ts';
import { fact, starterCopy } from './starter-facts.ts';

const queries = new Map(sqlFiles('queries').map((file) => [file.name.replace('.sql', ''), file]));

function query(name: string): string {
  const file = queries.get(name);
  if (file === undefined) throw new Error(`No query ${name}.`);
  return file.text;
}

/** The values after `example:` in a query's head. */
function examples({ text }: SqlFile): string[] {
  return [...text.matchAll(/^-- \$\d+ .*example: (.*)$/gm)].map(([, example]) => example ?? '');
}

interface Plan {
  readonly 'Index Name'?: string;
  readonly Plans?: readonly Plan[];
}

async function indexesUsed(client: Client, sql: string, values: readonly unknown[]): Promise<string[]> {
  const plans = await column<readonly { Plan: Plan }[]>(client, `explain (format json) ${sql}`, values);
  const found: string[] = [];
  const collect = (plan: Plan): void => {
    if (plan['Index Name'] !== undefined) found.push(plan['Index Name']);
    for (const child of plan.Plans ?? []) collect(child);
  };
  for (const [top] of plans) if (top !== undefined) collect(top.Plan);
  return found;
}

for (const [name, file] of queries) {
  fact(`${name} answers with rows for the examples in its head`, async (client) => {
    const parameters = new Set(file.text.replaceAll(/^--.*$/gm, '').match(/\$\d+/g));
    expect(examples(file).length).toBe(parameters.size);
    expect((await client.query(file.text, examples(file))).rows.length).toBeGreaterThan(0);
  });
}

const usedAtOnce: Record<string, readonly string[]> = {
  'search-posts': ['posts_search_idx'],
  'published-posts-page': ['posts_published_idx'],
  'claim-jobs': ['jobs_pending_idx'],
  'comment-thread': ['comments_thread_idx'],
  'row-history': ['entries_2025_11_row_id_occurred_at_id_idx'],
  'user-dashboard': ['posts_author_idx', 'jobs_requested_by_idx'],
};

for (const [name, indexes] of Object.entries(usedAtOnce)) {
  fact(`${name} is served by ${indexes.join(' and ')}`, async (client) => {
    const file = queries.get(name);
    expect(await indexesUsed(client, query(name), file === undefined ? [] : examples(file))).toEqual(
      expect.arrayContaining([...indexes]),
    );
  });
}

fact('tables of a few pages are read whole until they grow; then their indexes are taken', async (client) => {
  const me = ['fbb798c2-5241-0201-2e7b-d22eef00e52d'];
  const beta = ['{"beta": ["offline-drafts"]}', 50];
  expect(await indexesUsed(client, query('people-by-setting'), beta)).not.toContain('settings_preferences_idx');
  await client.query(`
    insert into auth.users (email) select 'reader.' || n || '@fernwood.example' from generate_series(1, 4000) as n;
    insert into app.team_members (team_id, user_id, role_id)
    select md5('team:' || (1 + n % 40))::uuid, u.id, (select id from app.team_roles where name = 'viewer')
    from generate_series(1, 4000) as n
    join auth.users as u on u.email = 'reader.' || n || '@fernwood.example';
    refresh materialized view private.user_stats;
  `);
  await client.query('vacuum analyze');
  expect(await indexesUsed(client, query('people-by-setting'), beta)).toContain('settings_preferences_idx');
  expect(await indexesUsed(client, query('user-dashboard'), me)).toEqual(
    expect.arrayContaining([
      'posts_author_idx',
      'team_members_user_idx',
      'jobs_requested_by_idx',
      'user_stats_user_id_key',
    ]),
  );
});

fact(
  'under row level security a full-text search cannot use its index, which is why app.search_posts exists',
  async (client) => {
    const search = `select id from app.posts
    where search @@ websearch_to_tsquery('english', $1) and status = 'published' and deleted_at is null`;
    expect(await indexesUsed(client, search, ['sourdough'])).toEqual(['posts_search_idx']);
    await client.query('set role anonymous');
    await client.query('set enable_seqscan = off');
    expect(await indexesUsed(client, search, ['sourdough'])).not.toContain('posts_search_idx');
  },
);

fact('search finds a post by its words in any form, best first, and shows where', async (client) => {
  const { rows } = await client.query<{ title: string; rank: number; excerpt: string }>(
    `select title, rank, excerpt from app.search_posts('tuning query', 10)`,
  );
  expect(rows.length).toBeGreaterThan(5);
  expect(rows[0]?.title).toMatch(/query tuning/i);
  expect(rows.map(({ rank }) => rank)).toEqual(rows.map(({ rank }) => rank).sort((a, b) => b - a));
  expect(rows[0]?.excerpt).toContain('<b>');
  expect(await column(client, `select id from app.search_posts('xylophone')`)).toEqual([]);
  const phrase = await column<string>(client, `select title from app.search_posts('"sourdough step by step"')`);
  expect(phrase).toEqual(['Rye sourdough, step by step']);
});

fact('keyset pages cover all published posts without a gap or an overlap, also while posts appear', async (client) => {
  const expected = await column<string>(
    client,
    `select id from app.posts where status = 'published' and deleted_at is null order by published_at desc, id desc`,
  );
  const page = query('published-posts-page');
  const seen: string[] = [];
  let after: readonly unknown[] = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
  for (;;) {
    // As text: a Date keeps milliseconds only, and a cursor that is rounded loses posts.
    const { rows } = await client.query<{ id: string; at: string }>(
      `select id, published_at::text as at from (${page.replace(/;\s*$/, '')}) as page`,
      [...after, 37],
    );
    const last = rows.at(-1);
    if (last === undefined) break;
    seen.push(...rows.map(({ id }) => id));
    after = [last.at, last.id];
    await client.query(
      `insert into app.posts (author_id, slug, title, status)
       select id, 'meanwhile-' || $1::int, 'Meanwhile', 'published' from app.profiles order by id limit 1`,
      [seen.length],
    );
  }
  expect(seen).toEqual(expected);
});

fact('posts of the very same moment are paged without a gap or an overlap', async (client) => {
  await client.query(`update app.posts set published_at = '2026-01-01' where status = 'published'`);
  const seen: string[] = [];
  let after = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
  for (;;) {
    const { rows } = await client.query<{ id: string }>(query('published-posts-page'), [...after, 100]);
    const last = rows.at(-1);
    if (last === undefined) break;
    seen.push(...rows.map(({ id }) => id));
    after = ['2026-01-01', last.id];
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBe(
    (await column(client, `select id from app.posts where status = 'published' and deleted_at is null`)).length,
  );
});

test('workers that claim at the same time get different jobs, the most urgent first, and do not wait for each other', async () => {
  await using starter = await starterCopy();
  const workers = await Promise.all([1, 2, 3].map(() => starter.connect()));
  const claimed: string[][] = [];
  for (const [index, worker] of workers.entries()) {
    await worker.query('begin');
    await worker.query('set local role job_worker');
    // A claim that waited for another worker's open transaction would fail here.
    await worker.query(`set local lock_timeout = '5s'`);
    claimed.push(await column<string>(worker, query('claim-jobs'), [`worker-${index}`, 5]));
  }
  const client = await starter.connect();
  // The workers' transactions are open: this one still sees all jobs pending.
  const waiting = await column<string>(
    client,
    `select id from private.jobs where status = 'pending' order by priority desc, run_at limit 15`,
  );
  expect(claimed.map((ids) => ids.toSorted())).toEqual(
    [waiting.slice(0, 5), waiting.slice(5, 10), waiting.slice(10)].map((ids) => ids.toSorted()),
  );
  await Promise.all(workers.map((worker) => worker.query('commit')));
  const left = `select count(*)::int from private.jobs where id = any ($1) and status = 'running' and attempts = 1`;
  expect(await value(client, left, [waiting])).toBe(15);
  await Promise.all([...workers, client].map((each) => each.end()));
});
