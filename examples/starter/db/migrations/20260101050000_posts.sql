-- Posts.

-- plumb:up
create table app.posts (
  id uuid primary key default gen_random_uuid(),
  author_id uuid not null default auth.uid() references app.profiles (id) on delete cascade,
  team_id uuid references app.teams (id) on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  published_at timestamptz,
  deleted_at timestamptz,
  version bigint not null default 1,
  status text not null default 'draft' check (status in ('draft', 'published', 'archived')),
  slug app.slug not null unique,
  title text not null check (length(title) between 3 and 200),
  summary text not null default '' check (length(summary) <= 500),
  body text not null default '',
  search tsvector not null generated always as (
    setweight(to_tsvector('english', title), 'A')
    || setweight(to_tsvector('english', summary), 'B')
    || setweight(to_tsvector('english', body), 'C')
  ) stored,
  constraint posts_published_at_check check (status = 'draft' or published_at is not null)
);

comment on table app.posts is 'What people write. Drafts belong to their author (and team), published ones to everybody.';
comment on column app.posts.deleted_at is 'Soft delete: set, and the post is gone for everyone but its author.';
comment on column app.posts.version is 'Goes up with every update; an editor that sends an old one has lost the race.';
comment on column app.posts.search is 'Words of title (weight A), summary (B) and body (C).';

-- The front page and its next pages: newest first, the id breaks ties.
create index posts_published_idx on app.posts (published_at desc, id desc)
  where status = 'published' and deleted_at is null;
create index posts_author_idx on app.posts (author_id, created_at desc);
create index posts_team_idx on app.posts (team_id) where team_id is not null;
create index posts_search_idx on app.posts using gin (search)
  where status = 'published' and deleted_at is null;

create function private.stamp_publication() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  if new.status = 'published' and new.published_at is null then
    new.published_at := now();
  end if;
  return new;
end;
$$;

create trigger posts_bump_version
  before update on app.posts
  for each row execute function private.bump_version();

create trigger posts_stamp_publication
  before insert or update of status on app.posts
  for each row execute function private.stamp_publication();

create trigger posts_touch_updated_at
  before update on app.posts
  for each row execute function private.touch_updated_at();

create trigger posts_audit
  after insert or update or delete on app.posts
  for each row execute function audit.record('id');

alter table app.posts enable row level security;

-- Columns that the database keeps (published_at, version, timestamps) can't be written by a client.
-- No DELETE: a post is deleted by setting deleted_at.
grant select on app.posts to anonymous, signed_in;
grant insert (author_id, team_id, status, slug, title, summary, body) on app.posts to signed_in;
grant update (team_id, status, slug, title, summary, body, deleted_at) on app.posts to signed_in;

create policy posts_anonymous_reads_published on app.posts
  for select to anonymous
  using (status = 'published' and deleted_at is null);

-- The author goes on seeing a deleted post: an UPDATE whose new row its own SELECT policy hides is refused.
create policy posts_signed_in_reads on app.posts
  for select to signed_in
  using (
    (status = 'published' and deleted_at is null)
    or author_id = (select auth.uid())
    or (deleted_at is null and team_id in (select private.my_team_ids()))
  );

create policy posts_author_inserts on app.posts
  for insert to signed_in
  with check (
    author_id = (select auth.uid())
    and (team_id is null or team_id in (select private.my_team_ids('member')))
  );

create policy posts_author_or_admin_updates on app.posts
  for update to signed_in
  using (
    author_id = (select auth.uid())
    or (deleted_at is null and team_id in (select private.my_team_ids('admin')))
  )
  with check (
    (author_id = (select auth.uid()) and (team_id is null or team_id in (select private.my_team_ids('member'))))
    or team_id in (select private.my_team_ids('admin'))
  );

-- plumb:down
drop table app.posts;
drop function private.stamp_publication();
