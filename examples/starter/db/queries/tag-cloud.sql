-- The tags of published posts with how often each is used, most used first.
-- $1 integer  how many    example: 20
--
-- This counts everything, so reading the tables from end to end is the right plan and no index would help.
-- Where it gets slow, do what private.user_stats does: a materialized view.
select t.slug, t.name, count(*) as posts
from app.tags as t
join app.post_tags as pt on pt.tag_id = t.id
join app.posts as p on p.id = pt.post_id
where t.deleted_at is null
  and p.status = 'published'
  and p.deleted_at is null
group by t.id
order by posts desc, t.slug
limit $1;
