-- 40 teams: founded by people who came early, joined most by those who write most.
with names as (
  select t.name, t.i::integer as i
  from unnest(array[
    'Harbour Street Bakers', 'The Compost Committee', 'Slow Query Club', 'Northside Cyclists', 'Bench and Chisel',
    'Thursday Darkroom', 'Ridge and Valley Walkers', 'Second Crack', 'The Mending Circle', 'Nine Accordions',
    'Canal Ward Gardens', 'Index Only', 'Saturday Spoke Workshop', 'Greenwood Carvers', 'Grain and Silver',
    'Hut Keepers', 'Rye Research Group', 'Allotment 14', 'Vacuum and Analyze', 'The Cargo Bike Library',
    'Dovetail School', 'Neighbourhood Portraits', 'Coast Path Wardens', 'Water and Grounds', 'Sock Hospital',
    'Choir of the Old Mill', 'Seed Exchange West', 'Brioche Before Dawn', 'The Migration Desk', 'Winter Commuters',
    'Borrowed Tools', 'Contact Sheet', 'Maps Without Signal', 'Balcony Roasters', 'Visible Stitches',
    'Basement Tapes', 'Cold Frame Society', 'Night Shift Bread', 'Partition Keepers', 'The Long Way Round'
  ]) with ordinality as t (name, i)
)
insert into app.teams (id, slug, name, created_by, created_at, updated_at)
select
  md5('team:' || n.i)::uuid,
  replace(lower(n.name), ' ', '-'),
  n.name,
  founder.id,
  founder.created_at + make_interval(hours => 24 * (2 + n.i * 5 % 30)),
  founder.created_at + make_interval(hours => 24 * (2 + n.i * 5 % 30))
from names as n
join app.profiles as founder on founder.id = md5('user:' || (1 + n.i * n.i * 3 % 89))::uuid
order by n.i
on conflict do nothing;

insert into app.team_members (team_id, user_id, role_id, created_at, updated_at)
select t.id, t.created_by, r.id, t.created_at, t.created_at
from generate_series(1, 40) as i
join app.teams as t on t.id = md5('team:' || i)::uuid
join app.team_roles as r on r.name = 'owner'
where t.created_by is not null
order by i
on conflict do nothing;

with seats as (
  select
    i,
    seat,
    ('x' || substr(h, 1, 4))::bit(16)::bigint as d1,
    ('x' || substr(h, 5, 4))::bit(16)::integer as d2,
    ('x' || substr(h, 9, 4))::bit(16)::integer as d3
  from generate_series(1, 40) as i
  cross join lateral generate_series(1, 3 + 400 / (i * i + 25)) as seat
  cross join lateral md5('seat:' || i || ':' || seat) as h
),
joined as (
  select distinct on (t.id, p.id)
    s.i,
    s.seat,
    t.id as team_id,
    p.id as user_id,
    case when s.d2 % 10 = 0 then 'admin' when s.d2 % 10 < 8 then 'member' else 'viewer' end as role_name,
    greatest(t.created_at, p.created_at) + make_interval(hours => 3 + s.d3 % 400) as joined_at
  from seats as s
  join app.teams as t on t.id = md5('team:' || s.i)::uuid
  -- Squared, the die falls on low numbers: those who came first.
  join app.profiles as p on p.id = md5('user:' || (1 + ((240 * s.d1 * s.d1) >> 32)))::uuid
  order by t.id, p.id, s.seat
)
insert into app.team_members (team_id, user_id, role_id, created_at, updated_at)
select j.team_id, j.user_id, r.id, j.joined_at, j.joined_at
from joined as j
join app.team_roles as r on r.name = j.role_name
order by j.i, j.seat
on conflict do nothing;
