-- Tags, and which posts have them.

-- plumb:up
create table app.tags (
  id uuid primary key default gen_random_uuid(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  slug app.slug not null unique,
  name text not null check (length(name) between 1 and 40)
);

comment on table app.tags is 'The words that posts are filed under, kept by the editors.';

create table app.post_tags (
  post_id uuid not null references app.posts (id) on delete cascade,
  tag_id uuid not null references app.tags (id) on delete cascade,
  created_at timestamptz not null default now(),
  primary key (post_id, tag_id)
);

comment on table app.post_tags is 'Which post is filed under which tag.';

-- The other direction: all posts of a tag.
create index post_tags_tag_idx on app.post_tags (tag_id, post_id);

create trigger tags_touch_updated_at
  before update on app.tags
  for each row execute function private.touch_updated_at();

alter table app.tags enable row level security;
alter table app.post_tags enable row level security;

grant select on app.tags, app.post_tags to anonymous, signed_in;
grant insert (post_id, tag_id), delete on app.post_tags to signed_in;

create policy tags_everybody_reads on app.tags
  for select to anonymous, signed_in
  using (deleted_at is null);

-- The posts' own policies decide inside the sub-select: who sees a post sees its tags.
create policy post_tags_readers_of_the_post_read on app.post_tags
  for select to anonymous, signed_in
  using (exists (select from app.posts as p where p.id = post_id));

create policy post_tags_author_adds on app.post_tags
  for insert to signed_in
  with check (exists (select from app.posts as p where p.id = post_id and p.author_id = (select auth.uid())));

create policy post_tags_author_removes on app.post_tags
  for delete to signed_in
  using (exists (select from app.posts as p where p.id = post_id and p.author_id = (select auth.uid())));

-- plumb:down
drop table app.post_tags;
drop table app.tags;
