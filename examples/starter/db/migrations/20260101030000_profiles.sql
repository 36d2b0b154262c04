-- Profiles and settings, made at sign-up.

-- plumb:up
create table app.profiles (
  id uuid primary key references auth.users (id) on delete cascade,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  handle text not null unique check (handle ~ '^[a-z0-9_]{3,32}$'),
  display_name text not null check (length(display_name) between 1 and 80),
  bio text not null default '' check (length(bio) <= 500)
);

comment on table app.profiles is 'The public face of an account, made at sign-up. Nothing in it is secret.';
comment on column app.profiles.handle is 'Unique; lower case, so @Ada and @ada are one person.';

create table app.settings (
  user_id uuid primary key references app.profiles (id) on delete cascade,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  preferences jsonb not null default '{}' check (jsonb_typeof(preferences) = 'object')
);

comment on table app.settings is 'The private side of a profile: only its owner reads it.';
comment on column app.settings.preferences is
  'Free-form, for example {"theme": "dark", "notifications": {"digest": "weekly"}}. Search it with @>.';

create index settings_preferences_idx on app.settings using gin (preferences jsonb_path_ops);

create function private.make_profile() returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  typed_name constant text := nullif(trim(new.raw_user_meta_data ->> 'display_name'), '');
  mailbox constant text := split_part(new.email, '@', 1);
  wanted text := coalesce(nullif(new.raw_user_meta_data ->> 'handle', ''), mailbox);
begin
  wanted := left(trim(both '_' from regexp_replace(lower(wanted), '[^a-z0-9]+', '_', 'g')), 20);
  if length(wanted) < 3 then
    wanted := 'member';
  end if;

  insert into app.profiles (id, handle, display_name, created_at, updated_at)
  values (new.id, wanted, left(coalesce(typed_name, mailbox), 80), new.created_at, new.created_at)
  on conflict (handle) do nothing;

  -- Taken: sign-up must not fail for that, and a handle can be changed later.
  if not found then
    insert into app.profiles (id, handle, display_name, created_at, updated_at)
    values (
      new.id,
      wanted || '_' || left(md5(new.id::text), 10),
      left(coalesce(typed_name, mailbox), 80),
      new.created_at,
      new.created_at
    );
  end if;

  insert into app.settings (user_id, created_at, updated_at)
  values (new.id, new.created_at, new.created_at);
  return null;
end;
$$;

revoke execute on function private.make_profile() from public;

create trigger users_make_profile
  after insert on auth.users
  for each row execute function private.make_profile();

create trigger profiles_touch_updated_at
  before update on app.profiles
  for each row execute function private.touch_updated_at();

create trigger profiles_audit
  after insert or update or delete on app.profiles
  for each row execute function audit.record('id');

create trigger settings_touch_updated_at
  before update on app.settings
  for each row execute function private.touch_updated_at();

alter table app.profiles enable row level security;
alter table app.settings enable row level security;

grant select on app.profiles to anonymous, signed_in;
grant update (handle, display_name, bio, deleted_at) on app.profiles to signed_in;
grant select on app.settings to signed_in;
grant update (preferences) on app.settings to signed_in;

create policy profiles_anonymous_reads on app.profiles
  for select to anonymous
  using (deleted_at is null);

create policy profiles_signed_in_reads on app.profiles
  for select to signed_in
  using (deleted_at is null or id = (select auth.uid()));

create policy profiles_owner_updates on app.profiles
  for update to signed_in
  using (id = (select auth.uid()))
  with check (id = (select auth.uid()));

create policy settings_owner_reads on app.settings
  for select to signed_in
  using (user_id = (select auth.uid()));

create policy settings_owner_updates on app.settings
  for update to signed_in
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));

-- plumb:down
drop trigger users_make_profile on auth.users;
drop function private.make_profile();
drop table app.settings;
drop table app.profiles;
