-- Accounts, and the question who is asking.

-- plumb:up
-- A stand-in for the accounts that an identity service keeps. On Supabase leave this file out: its `auth`
-- schema has the same table and the same function.

create schema auth;
comment on schema auth is 'Sign-in: the accounts and the question who is asking.';

grant usage on schema auth to anonymous, signed_in;

create table auth.users (
  id uuid primary key default gen_random_uuid(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  last_sign_in_at timestamptz,
  email text not null check (email like '_%@_%'),
  raw_user_meta_data jsonb not null default '{}' check (jsonb_typeof(raw_user_meta_data) = 'object')
);

comment on table auth.users is 'Accounts. Passwords and sessions stay with the identity service.';
comment on column auth.users.raw_user_meta_data is
  'What the person typed at sign-up. They can change it, so no policy may trust it.';

create unique index users_email_key on auth.users (lower(email));

create trigger users_touch_updated_at
  before update on auth.users
  for each row execute function private.touch_updated_at();

-- The identity service signs a token; the server checks it and puts its claims into the request's settings.
create function auth.uid() returns uuid
language sql
stable
set search_path = ''
as $$
  select coalesce(
    nullif(current_setting('request.jwt.claim.sub', true), ''),
    nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub'
  )::uuid
$$;

comment on function auth.uid() is
  'The account that this request speaks for, or null. In policies write (select auth.uid()): it then runs once, not per row.';

revoke execute on function auth.uid() from public;
grant execute on function auth.uid() to anonymous, signed_in;

-- plumb:down
drop function auth.uid();
drop table auth.users;
drop schema auth;
