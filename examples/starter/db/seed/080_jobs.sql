-- What the workers did: a welcome for everyone, a digest a week, exports on request; and what still waits.
with everything (label, requested_by, kind, status, created_at, delay, payload, result, dice) as (
  select
    'welcome:' || n,
    u.id,
    'send_welcome',
    'done',
    u.created_at,
    0,
    jsonb_build_object('template', 'welcome', 'language', coalesce(s.preferences ->> 'language', 'en')),
    jsonb_build_object('message_id', left(md5('message:' || n), 16)),
    n
  from generate_series(1, 240) as n
  join auth.users as u on u.id = md5('user:' || n)::uuid
  join app.settings as s on s.user_id = u.id
  union all
  select
    'digest:' || week,
    null,
    'send_digest',
    'done',
    timestamptz '2025-09-07 05:00+00' + make_interval(hours => 168 * week),
    600,
    jsonb_build_object('week', week + 1),
    jsonb_build_object('sent', 40 + week * 5 + week * week % 11),
    week
  from generate_series(0, 24) as week
  union all
  select
    'export:' || n,
    md5('user:' || (1 + n * n * 7 % 150))::uuid,
    'export_posts',
    case when n % 8 = 5 then 'failed' else 'done' end,
    timestamptz '2025-11-03 09:00+00' + make_interval(mins => n * 2371),
    0,
    jsonb_build_object('format', (array['markdown', 'html', 'json'])[1 + n % 3], 'drafts', n % 2 = 0),
    case when n % 8 <> 5 then jsonb_build_object('bytes', 20000 + n * n * 97 % 80000) end,
    n
  from generate_series(1, 64) as n
  union all
  select
    'waiting:' || n,
    case when n % 3 > 0 then md5('user:' || (1 + n * 5 % 120))::uuid end,
    (array['refresh_user_stats', 'export_posts', 'send_reminder', 'resize_portrait'])[1 + n % 4],
    case when n <= 3 then 'running' else 'pending' end,
    timestamptz '2026-02-28 15:00+00' + make_interval(mins => n * 6),
    n * 37 % 900,
    jsonb_build_object('batch', n),
    null,
    n
  from generate_series(1, 40) as n
),
timed as (
  select
    e.*,
    e.created_at + make_interval(secs => e.delay) as run_at,
    e.created_at + make_interval(secs => e.delay + 1 + e.dice * 31 % 50) as started_at,
    e.created_at + make_interval(secs => e.delay + 60 + e.dice * 17 % 140) as finished_at,
    'worker-' || (1 + e.dice % 3) as worker_name
  from everything as e
)
insert into private.jobs (
  id, requested_by, created_at, updated_at, run_at, started_at, finished_at,
  priority, attempts, status, kind, worker, payload, result, last_error
)
select
  md5('job:' || t.label)::uuid,
  t.requested_by,
  t.created_at,
  case when t.status in ('done', 'failed') then t.finished_at when t.status = 'running' then t.started_at else t.created_at end,
  t.run_at,
  case when t.status <> 'pending' then t.started_at end,
  case when t.status in ('done', 'failed') then t.finished_at end,
  case when t.dice % 11 = 4 then 10 when t.dice % 7 = 2 then -5 else 0 end,
  case t.status when 'failed' then 5 when 'pending' then 0 else 1 + (t.dice % 13) / 12 end,
  t.status,
  t.kind,
  case when t.status <> 'pending' then t.worker_name end,
  t.payload,
  t.result,
  case
    when t.status = 'failed' then (array[
      'storage: 503 slow down', 'storage: connection reset by peer', 'out of time after 60 s'
    ])[1 + t.dice / 8 % 3]
  end
from timed as t
order by t.created_at, t.label
on conflict do nothing;

insert into private.idempotency_keys (
  id, user_id, created_at, updated_at, expires_at, status_code, key, request_hash, response
)
select
  md5('idempotency:' || n)::uuid,
  u.id,
  sent.at,
  sent.at + interval '1 second',
  sent.at + interval '24 hours',
  case when n % 9 = 0 then 409 else 201 end,
  'req-' || left(md5('request:' || n), 20),
  md5('POST /posts ' || n),
  case
    when n % 9 = 0 then jsonb_build_object('error', 'slug is taken')
    else jsonb_build_object('post_id', md5('post:' || n)::uuid)
  end
from generate_series(1, 72) as n
join app.posts as p on p.id = md5('post:' || n)::uuid
join app.profiles as u on u.id = p.author_id
cross join lateral (select p.created_at as at) as sent
order by n
on conflict do nothing;
