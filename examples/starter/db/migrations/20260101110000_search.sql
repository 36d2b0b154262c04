-- Full-text search.

-- plumb:up
-- Under row level security the GIN index can't serve `search @@ …`: the operator is not leakproof, so the policy
-- must be checked first, row by row. This function therefore runs as its owner and says itself what everybody may see.
create function app.search_posts(words text, page_size integer default 20) returns table (
  id uuid,
  slug text,
  title text,
  author text,
  published_at timestamptz,
  rank real,
  excerpt text
)
language sql
stable
security definer
set search_path = ''
as $$
  select
    best.id,
    best.slug::text,
    best.title,
    pr.display_name,
    best.published_at,
    best.rank,
    ts_headline('english', best.body, websearch_to_tsquery('english', words), 'MaxFragments=2, MinWords=5, MaxWords=18')
  from (
    -- The excerpt costs far more than the rank, so it is made for the page only.
    select
      p.id,
      p.author_id,
      p.slug,
      p.title,
      p.body,
      p.published_at,
      ts_rank(p.search, websearch_to_tsquery('english', words)) as rank
    from app.posts as p
    where p.search @@ websearch_to_tsquery('english', words)
      and p.status = 'published'
      and p.deleted_at is null
    order by rank desc, p.published_at desc, p.id desc
    limit least(greatest(page_size, 1), 100)
  ) as best
  join app.profiles as pr on pr.id = best.author_id
  order by best.rank desc, best.published_at desc, best.id desc
$$;

comment on function app.search_posts(text, integer) is
  'Published posts that match, best first. Understands "a phrase", or and -not, as search engines do.';

revoke execute on function app.search_posts(text, integer) from public;
grant execute on function app.search_posts(text, integer) to anonymous, signed_in;

-- plumb:down
drop function app.search_posts(text, integer);
