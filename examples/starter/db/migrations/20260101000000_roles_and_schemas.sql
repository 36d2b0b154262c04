-- Roles, schemas, and what all tables share.
-- On the way back the roles stay: they belong to the whole cluster, and other databases may need them.

-- plumb:up
-- Who may come in. None of the three can log in: your server logs in as its own role, which is a member
-- of these (`grant anonymous, signed_in to my_server`), and says per request who it speaks for (`set local role`).
--
-- Roles belong to the whole cluster, not to one database: another database may have made them already,
-- or be making them at this moment.
do $$
declare
  wanted text;
begin
  foreach wanted in array array['anonymous', 'signed_in', 'job_worker'] loop
    begin
      if not exists (select from pg_catalog.pg_roles where rolname = wanted) then
        execute format('create role %I nologin', wanted);
      end if;
    exception
      when duplicate_object or unique_violation then
        null;
    end;
  end loop;
end;
$$;

-- Up to PostgreSQL 14 everyone may create objects in `public`.
revoke create on schema public from public;

create schema app;
comment on schema app is 'What clients reach: every table has row level security.';

create schema private;
comment on schema private is 'What clients never reach: background work, figures, functions behind triggers and policies.';

create schema audit;
comment on schema audit is 'Who changed what, when.';

grant usage on schema app to anonymous, signed_in;
-- Policies call functions that live in `private`; its tables are granted to no client.
grant usage on schema private to signed_in, job_worker;
grant usage on schema audit to job_worker;

create domain app.slug as text
  check (value ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(value) <= 120);

comment on domain app.slug is 'A name that can stand in a URL.';

create function private.touch_updated_at() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  -- A statement that sets the column itself keeps its value: an import restores what was.
  if new.updated_at is not distinct from old.updated_at then
    new.updated_at := now();
  end if;
  return new;
end;
$$;

create function private.bump_version() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  new.version := old.version + 1;
  return new;
end;
$$;

comment on function private.bump_version() is
  'Optimistic locking: update … where id = $1 and version = $2 changes no row if somebody was faster.';

-- plumb:down
drop function private.bump_version();
drop function private.touch_updated_at();
drop domain app.slug;
drop schema app;
drop schema audit;
drop schema private;
