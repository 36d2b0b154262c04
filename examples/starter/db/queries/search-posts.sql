-- Full-text search: published posts that match, best first, with the words in their context.
-- $1 text     what to look for: "a phrase", or, -not    example: sourdough oven -tomatoes
-- $2 integer  how many                                  example: 5
--
-- posts_search_idx (GIN) finds the posts. ts_headline reads whole bodies, so it runs on the page only.
-- Run as the tables' owner; a client calls app.search_posts(), which says why.
select
  best.id,
  best.title,
  author.display_name as author,
  best.published_at,
  round(best.rank::numeric, 3) as rank,
  ts_headline('english', best.body, websearch_to_tsquery('english', $1), 'MaxFragments=1, MinWords=8, MaxWords=20') as excerpt
from (
  select
    p.id,
    p.author_id,
    p.title,
    p.body,
    p.published_at,
    ts_rank(p.search, websearch_to_tsquery('english', $1)) as rank
  from app.posts as p
  where p.search @@ websearch_to_tsquery('english', $1)
    and p.status = 'published'
    and p.deleted_at is null
  order by rank desc, p.published_at desc, p.id desc
  limit $2
) as best
join app.profiles as author on author.id = best.author_id
order by best.rank desc, best.published_at desc, best.id desc;
