-- One page of published posts, newest first. The next page begins after the last row of this one, however far
-- down: no OFFSET, so page 900 costs what page 1 costs, and a post published meanwhile shifts nothing.
-- $1 timestamptz  published_at of the last row seen; infinity for the first page    example: infinity
-- $2 uuid         id of the last row seen    example: ffffffff-ffff-ffff-ffff-ffffffffffff
-- $3 integer      how many                   example: 10
--
-- posts_published_idx holds exactly these rows in exactly this order.
select
  p.id,
  p.published_at,
  p.slug,
  p.title,
  author.display_name as author
from app.posts as p
join app.profiles as author on author.id = p.author_id
where p.status = 'published'
  and p.deleted_at is null
  and (p.published_at, p.id) < ($1, $2)
order by p.published_at desc, p.id desc
limit $3;
