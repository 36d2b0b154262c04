-- Comments in threads.

-- plumb:up
create table app.comments (
  id uuid primary key default gen_random_uuid(),
  post_id uuid not null references app.posts (id) on delete cascade,
  parent_id uuid,
  author_id uuid default auth.uid() references app.profiles (id) on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  body text not null check (length(body) between 1 and 5000),
  constraint comments_post_id_id_key unique (post_id, id),
  -- Both columns: an answer can only stand under a comment of the same post.
  constraint comments_parent_fkey foreign key (post_id, parent_id)
    references app.comments (post_id, id) on delete cascade,
  constraint comments_parent_check check (parent_id <> id)
);

comment on table app.comments is 'Comments and their answers (parent_id), as deep as people like to argue.';
comment on column app.comments.author_id is 'Null once the account is gone: the thread keeps its shape.';

-- The thread of a post level by level, and the index of both foreign keys.
create index comments_thread_idx on app.comments (post_id, parent_id, created_at);
create index comments_author_idx on app.comments (author_id, created_at desc) where author_id is not null;

create trigger comments_touch_updated_at
  before update on app.comments
  for each row execute function private.touch_updated_at();

-- Only what rewrites the conversation: a new comment is its own record.
create trigger comments_audit
  after update or delete on app.comments
  for each row execute function audit.record('id');

alter table app.comments enable row level security;

grant select on app.comments to anonymous, signed_in;
grant insert (post_id, parent_id, author_id, body) on app.comments to signed_in;
grant update (body, deleted_at) on app.comments to signed_in;

create policy comments_anonymous_reads on app.comments
  for select to anonymous
  using (deleted_at is null and exists (select from app.posts as p where p.id = post_id));

create policy comments_signed_in_reads on app.comments
  for select to signed_in
  using (
    author_id = (select auth.uid())
    or (deleted_at is null and exists (select from app.posts as p where p.id = post_id))
  );

create policy comments_author_inserts on app.comments
  for insert to signed_in
  with check (
    author_id = (select auth.uid())
    and exists (
      select from app.posts as p
      where p.id = post_id and p.status = 'published' and p.deleted_at is null
    )
  );

create policy comments_author_updates on app.comments
  for update to signed_in
  using (author_id = (select auth.uid()))
  with check (author_id = (select auth.uid()));

-- plumb:down
drop table app.comments;
