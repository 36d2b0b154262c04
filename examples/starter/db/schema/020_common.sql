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
