-- The comments of a post as a thread: every answer below what it answers, oldest first.
-- $1 uuid  the post    example: 813aa954-e40a-c04a-7153-81916eed4dde
--
-- comments_thread_idx begins with the post. A comment that was taken back keeps its place, without its words.
with recursive thread as (
  select c.id, c.author_id, c.created_at, c.deleted_at, c.body, 0 as depth, array[(c.created_at, c.id)] as path
  from app.comments as c
  where c.post_id = $1
    and c.parent_id is null
  union all
  select c.id, c.author_id, c.created_at, c.deleted_at, c.body, above.depth + 1, above.path || (c.created_at, c.id)
  from thread as above
  join app.comments as c on c.post_id = $1 and c.parent_id = above.id
)
select
  t.id,
  t.depth,
  coalesce(author.display_name, '(left)') as author,
  t.created_at,
  case when t.deleted_at is null then t.body end as body
from thread as t
left join app.profiles as author on author.id = t.author_id
order by t.path;
