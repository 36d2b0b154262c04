-- Five people closed their profile at the end of February; their posts went with them.
update app.profiles as p
set
  deleted_at = timestamptz '2026-02-28 06:00+00' + make_interval(mins => n * 3),
  updated_at = timestamptz '2026-02-28 06:00+00' + make_interval(mins => n * 3)
from unnest(array[97, 151, 188, 214, 239]) as n
where p.id = md5('user:' || n)::uuid
  and p.updated_at < timestamptz '2026-02-28 06:00+00';

update app.posts as p
set deleted_at = pr.deleted_at, updated_at = pr.deleted_at
from unnest(array[97, 151, 188, 214, 239]) as n
join app.profiles as pr on pr.id = md5('user:' || n)::uuid
where p.author_id = pr.id
  and p.deleted_at is null
  and p.updated_at < pr.deleted_at;
