insert into app.tags (id, slug, name, created_at, updated_at)
select
  md5('tag:' || t.slug)::uuid,
  t.slug,
  initcap(replace(t.slug, '-', ' ')),
  timestamptz '2025-09-01 05:00+00',
  timestamptz '2025-09-01 05:00+00'
from unnest(array[
  'baking', 'gardening', 'databases', 'cycling', 'woodworking', 'photography', 'hiking', 'coffee', 'mending', 'music',
  'beginners', 'tools', 'mistakes', 'how-to', 'long-reads', 'budget', 'winter', 'teaching', 'repair', 'questions',
  'experiments', 'community', 'materials', 'history', 'safety', 'travel', 'quick-tips', 'science'
]) with ordinality as t (slug, i)
order by t.i
on conflict do nothing;
