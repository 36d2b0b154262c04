-- Figures for each person.

-- plumb:up
create materialized view private.user_stats as
select
  pr.id as user_id,
  coalesce(written.published_posts, 0) as published_posts,
  coalesce(written.drafts, 0) as drafts,
  coalesce(written.comments_received, 0) as comments_received,
  coalesce(said.comments_written, 0) as comments_written,
  written.last_published_at,
  said.last_commented_at
from app.profiles as pr
left join (
  -- Each side is counted before the join: joined first, every post would be counted once per comment.
  select
    p.author_id,
    count(*) filter (where p.status = 'published') as published_posts,
    count(*) filter (where p.status = 'draft') as drafts,
    sum(coalesce(answers.comments, 0))::bigint as comments_received,
    max(p.published_at) filter (where p.status = 'published') as last_published_at
  from app.posts as p
  left join (
    select c.post_id, count(*) as comments
    from app.comments as c
    where c.deleted_at is null
    group by c.post_id
  ) as answers on answers.post_id = p.id
  where p.deleted_at is null
  group by p.author_id
) as written on written.author_id = pr.id
left join (
  select c.author_id, count(*) as comments_written, max(c.created_at) as last_commented_at
  from app.comments as c
  where c.deleted_at is null
  group by c.author_id
) as said on said.author_id = pr.id
where pr.deleted_at is null;

comment on materialized view private.user_stats is
  'Figures per person, as of the last refresh. A materialized view has no row level security, so no client may read it.';

-- REFRESH … CONCURRENTLY needs a unique index; without it readers would wait for the refresh.
create unique index user_stats_user_id_key on private.user_stats (user_id);
create index user_stats_most_published_idx on private.user_stats (published_posts desc, user_id);

create function private.refresh_user_stats() returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  refresh materialized view concurrently private.user_stats;
end;
$$;

comment on function private.refresh_user_stats() is 'Only the owner may refresh; this lends that right to the worker.';

create function app.my_stats() returns table (
  published_posts bigint,
  drafts bigint,
  comments_received bigint,
  comments_written bigint,
  last_published_at timestamptz,
  last_commented_at timestamptz
)
language sql
stable
security definer
set search_path = ''
as $$
  select s.published_posts, s.drafts, s.comments_received, s.comments_written, s.last_published_at, s.last_commented_at
  from private.user_stats as s
  where s.user_id = auth.uid()
$$;

comment on function app.my_stats() is 'The one row of private.user_stats that is the caller''s own.';

revoke execute on function private.refresh_user_stats() from public;
revoke execute on function app.my_stats() from public;
grant execute on function private.refresh_user_stats() to job_worker;
grant execute on function app.my_stats() to signed_in;

-- plumb:down
drop function app.my_stats();
drop function private.refresh_user_stats();
drop materialized view private.user_stats;
