import { expect, test } from 'vitest';
import { plumbHere } from '../../../test/plumb-here.ts';
import { schemaFolder } from '../../../test/schema-folder.ts';

const profiles = `
create extension if not exists "uuid-ossp" with schema extensions;
create table public.profiles (
  id uuid not null references auth.users on delete cascade primary key,
  token uuid default uuid_generate_v4(),
  avatar text
);
alter table public.profiles enable row level security;
create policy "own" on public.profiles for select to authenticated using ((select auth.uid()) = id);
create function public.handle_new_user() returns trigger language plpgsql security definer set search_path = ''
as $$ begin insert into public.profiles (id) values (new.id); return new; end $$;
create trigger on_auth_user_created after insert on auth.users for each row execute function public.handle_new_user();
insert into storage.buckets (id, name) values ('avatars', 'avatars');
create policy "avatars" on storage.objects for insert to authenticated with check (
  bucket_id = 'avatars' and (storage.foldername(name))[1] = auth.uid()::text
);
alter publication supabase_realtime add table public.profiles;
grant all on table public.profiles to anon, service_role;
`;

const change = `alter table public.profiles add column owner uuid default uuid_generate_v4() references auth.users (id);`;

test('migrations of a Supabase project are checked without its platform, which is named', async () => {
  const cwd = schemaFolder({
    'supabase/migrations/20260101000000_profiles.sql': profiles,
    'supabase/migrations/20260102000000_owner.sql': change,
  });
  const all = await plumbHere(['check', '--json', '--all'], { cwd, env: process.env });
  const { data, findings, error } = JSON.parse(all.stdout);
  expect(error).toBe(null);
  expect(findings.filter(({ severity }: { severity: string }) => severity === 'error')).toEqual([]);
  expect(findings).toContainEqual(expect.objectContaining({ message: expect.stringMatching(/^Supabase: /) }));
  expect(data.steps[1].locks).toEqual({ 'auth.users': 'ShareRowExclusiveLock' });

  const newest = await plumbHere(['check', '--json'], { cwd, env: process.env });
  expect(JSON.parse(newest.stdout).data.steps).toMatchObject([
    { locks: { 'public.profiles': 'AccessExclusiveLock' }, rewrites: ['public.profiles'] },
  ]);
});
