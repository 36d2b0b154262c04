-- Teams, their members, and what these may do.

-- plumb:up
create table app.teams (
  id uuid primary key default gen_random_uuid(),
  created_by uuid references app.profiles (id) on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  slug app.slug not null unique,
  name text not null check (length(name) between 2 and 80)
);

comment on table app.teams is 'People who write together. Members see each other''s drafts of the team.';

create index teams_created_by_idx on app.teams (created_by) where created_by is not null;

create table app.team_roles (
  id bigint generated always as identity primary key,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  rank integer not null unique,
  name text not null unique,
  description text not null
);

comment on table app.team_roles is 'What a member may do. A table and not an enum: a role can be added, explained and retired.';
comment on column app.team_roles.rank is 'A higher rank may do everything that a lower one may.';

create table app.team_members (
  team_id uuid not null references app.teams (id) on delete cascade,
  user_id uuid not null references app.profiles (id) on delete cascade,
  role_id bigint not null references app.team_roles (id) on delete restrict,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (team_id, user_id)
);

comment on table app.team_members is 'Who is in which team, with which role.';

create index team_members_user_idx on app.team_members (user_id);
create index team_members_role_idx on app.team_members (role_id);

-- A policy of team_members can't read team_members itself (infinite recursion); a definer function can.
create function private.my_team_ids(at_least text default 'viewer') returns setof uuid
language sql
stable
security definer
set search_path = ''
as $$
  select m.team_id
  from app.team_members as m
  join app.team_roles as held on held.id = m.role_id
  join app.team_roles as needed on needed.name = at_least
  where m.user_id = auth.uid()
    and held.rank >= needed.rank
$$;

comment on function private.my_team_ids(text) is
  'The teams in which the signed-in account has this role or a higher one.';

create function app.create_team(slug text, name text) returns uuid
language plpgsql
security definer
set search_path = ''
as $$
declare
  founder constant uuid := auth.uid();
  made uuid;
begin
  if founder is null then
    raise exception 'Only a signed-in account can create a team.' using errcode = 'insufficient_privilege';
  end if;
  insert into app.teams (slug, name, created_by)
  values (create_team.slug, create_team.name, founder)
  returning id into made;
  insert into app.team_members (team_id, user_id, role_id)
  select made, founder, r.id
  from app.team_roles as r
  where r.name = 'owner';
  return made;
end;
$$;

comment on function app.create_team(text, text) is 'Makes a team and its first owner in one step.';

revoke execute on function private.my_team_ids(text) from public;
revoke execute on function app.create_team(text, text) from public;
grant execute on function private.my_team_ids(text) to signed_in;
grant execute on function app.create_team(text, text) to signed_in;

create trigger teams_touch_updated_at
  before update on app.teams
  for each row execute function private.touch_updated_at();

create trigger teams_audit
  after insert or update or delete on app.teams
  for each row execute function audit.record('id');

create trigger team_roles_touch_updated_at
  before update on app.team_roles
  for each row execute function private.touch_updated_at();

create trigger team_members_touch_updated_at
  before update on app.team_members
  for each row execute function private.touch_updated_at();

create trigger team_members_audit
  after insert or update or delete on app.team_members
  for each row execute function audit.record('team_id');

alter table app.teams enable row level security;
alter table app.team_roles enable row level security;
alter table app.team_members enable row level security;

grant select on app.teams, app.team_roles, app.team_members to signed_in;
grant update (slug, name, deleted_at) on app.teams to signed_in;
grant insert (team_id, user_id, role_id), update (role_id), delete on app.team_members to signed_in;

create policy teams_members_read on app.teams
  for select to signed_in
  using (id in (select private.my_team_ids()));

create policy teams_admins_update on app.teams
  for update to signed_in
  using (id in (select private.my_team_ids('admin')))
  with check (id in (select private.my_team_ids('admin')));

create policy team_roles_signed_in_reads on app.team_roles
  for select to signed_in
  using ((select auth.uid()) is not null);

create policy team_members_members_read on app.team_members
  for select to signed_in
  using (team_id in (select private.my_team_ids()));

-- Admins look after everyone but the owners: the server hands a team over, not a client.
create policy team_members_admins_add on app.team_members
  for insert to signed_in
  with check (
    team_id in (select private.my_team_ids('admin'))
    and role_id in (select r.id from app.team_roles as r where r.name <> 'owner')
  );

create policy team_members_admins_change_roles on app.team_members
  for update to signed_in
  using (
    team_id in (select private.my_team_ids('admin'))
    and role_id in (select r.id from app.team_roles as r where r.name <> 'owner')
  )
  with check (
    team_id in (select private.my_team_ids('admin'))
    and role_id in (select r.id from app.team_roles as r where r.name <> 'owner')
  );

create policy team_members_leave_or_are_removed on app.team_members
  for delete to signed_in
  using (
    (user_id = (select auth.uid()) or team_id in (select private.my_team_ids('admin')))
    and role_id in (select r.id from app.team_roles as r where r.name <> 'owner')
  );

-- plumb:down
drop function app.create_team(text, text);
drop table app.team_members;
drop table app.teams;
drop function private.my_team_ids(text);
drop table app.team_roles;
