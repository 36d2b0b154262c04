-- Requests that may come twice.

-- plumb:up
create table private.idempotency_keys (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references app.profiles (id) on delete cascade,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '24 hours',
  status_code integer check (status_code between 100 and 599),
  key text not null check (length(key) between 8 and 200),
  request_hash text not null,
  response jsonb,
  constraint idempotency_keys_user_id_key_key unique (user_id, key)
);

comment on table private.idempotency_keys is
  'A request that is sent twice is done once, and both times answered the same.';
comment on column private.idempotency_keys.request_hash is
  'Of method, path and body: the same key with another request is the client''s mistake.';
comment on column private.idempotency_keys.response is 'Null while the first request still runs.';

create index idempotency_keys_expires_idx on private.idempotency_keys (expires_at);

create trigger idempotency_keys_touch_updated_at
  before update on private.idempotency_keys
  for each row execute function private.touch_updated_at();

create function app.begin_request(key text, request_hash text) returns table (
  is_new boolean,
  status_code integer,
  response jsonb
)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  stored private.idempotency_keys;
begin
  insert into private.idempotency_keys as k (user_id, key, request_hash)
  values (auth.uid(), begin_request.key, begin_request.request_hash)
  on conflict (user_id, key) do update
  set
    request_hash = excluded.request_hash,
    expires_at = excluded.expires_at,
    status_code = null,
    response = null
  where k.expires_at <= now();
  if found then
    return query select true, null::integer, null::jsonb;
    return;
  end if;

  select k.* into strict stored
  from private.idempotency_keys as k
  where k.user_id = auth.uid() and k.key = begin_request.key;
  if stored.request_hash <> begin_request.request_hash then
    raise exception 'The idempotency key % was used for another request.', begin_request.key
      using errcode = 'unique_violation';
  end if;
  return query select false, stored.status_code, stored.response;
end;
$$;

comment on function app.begin_request(text, text) is
  'First call with a key: is_new. Later ones: the stored answer; without one, the first request still runs: answer 409.';

create function app.finish_request(key text, status_code integer, response jsonb) returns void
language sql
security definer
set search_path = ''
as $$
  update private.idempotency_keys as k
  set status_code = finish_request.status_code, response = finish_request.response
  where k.user_id = auth.uid()
    and k.key = finish_request.key
$$;

comment on function app.finish_request(text, integer, jsonb) is
  'Stores the answer. In the same transaction as the work: either both are there or neither.';

revoke execute on function app.begin_request(text, text) from public;
revoke execute on function app.finish_request(text, integer, jsonb) from public;
grant execute on function app.begin_request(text, text) to signed_in;
grant execute on function app.finish_request(text, integer, jsonb) to signed_in;

-- plumb:down
drop function app.begin_request(text, text);
drop function app.finish_request(text, integer, jsonb);
drop table private.idempotency_keys;
