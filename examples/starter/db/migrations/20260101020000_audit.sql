-- Who changed what, when.

-- plumb:up
create table audit.entries (
  occurred_at timestamptz not null default now(),
  id bigint generated always as identity,
  row_id uuid not null,
  actor_id uuid,
  operation text not null check (operation in ('insert', 'update', 'delete')),
  table_name text not null,
  old_values jsonb,
  new_values jsonb,
  primary key (occurred_at, id)
) partition by range (occurred_at);

comment on table audit.entries is
  'One entry per changed row, written by triggers. No role is granted a write: nobody but the owner can change history.';
comment on column audit.entries.row_id is 'The key of the row, or of what it belongs to (a membership: its team).';
comment on column audit.entries.actor_id is
  'The account that the request spoke for; null: the server itself. No foreign key: history outlives accounts.';
comment on column audit.entries.old_values is 'An update keeps only the columns that changed.';

create index entries_row_idx on audit.entries (row_id, occurred_at desc, id desc);
create index entries_actor_idx on audit.entries (actor_id, occurred_at desc) where actor_id is not null;

-- Catches what no month has a partition for, so that a write never fails for want of one.
create table audit.entries_default partition of audit.entries default;

create function audit.record() returns trigger
language plpgsql
security definer
set search_path = ''
set timezone = 'UTC'
as $$
declare
  key_column constant text := tg_argv[0];
  before_row jsonb;
  after_row jsonb;
  row_key uuid;
begin
  if tg_op <> 'INSERT' then
    before_row := to_jsonb(old) - 'search';
  end if;
  if tg_op <> 'DELETE' then
    after_row := to_jsonb(new) - 'search';
  end if;
  row_key := coalesce(after_row, before_row) ->> key_column;

  if tg_op = 'UPDATE' then
    select jsonb_object_agg(key, o.value), jsonb_object_agg(key, n.value)
    into before_row, after_row
    from jsonb_each(before_row) as o
    join jsonb_each(after_row) as n using (key)
    where o.value is distinct from n.value;
  end if;

  insert into audit.entries (row_id, actor_id, operation, table_name, old_values, new_values)
  values (row_key, auth.uid(), lower(tg_op), tg_table_schema || '.' || tg_table_name, before_row, after_row);
  return null;
end;
$$;

comment on function audit.record() is
  'Trigger: writes the change into audit.entries. Its argument names the column that identifies the row.';

create function audit.ensure_partitions(first_month date default current_date, months integer default 3) returns integer
language plpgsql
security definer
set search_path = ''
set timezone = 'UTC'
as $$
declare
  month_start date;
  month_end date;
  partition_name text;
  made integer := 0;
begin
  -- Two runs at once: the second waits here and then finds the first one's partitions.
  lock table audit.entries in share update exclusive mode;

  for n in 0 .. months - 1 loop
    month_start := date_trunc('month', first_month::timestamp) + make_interval(months => n);
    month_end := month_start + interval '1 month';
    partition_name := 'entries_' || to_char(month_start, 'YYYY_MM');
    continue when to_regclass(format('audit.%I', partition_name)) is not null;

    execute format('create table audit.%I (like audit.entries including defaults including constraints)', partition_name);
    -- A partition can't take over a range of which the default partition holds rows.
    execute format(
      'with moved as (
         delete from audit.entries_default where occurred_at >= %2$L and occurred_at < %3$L returning *
       )
       insert into audit.%1$I select * from moved',
      partition_name, month_start::timestamptz, month_end::timestamptz
    );
    execute format(
      'alter table audit.entries attach partition audit.%I for values from (%L) to (%L)',
      partition_name, month_start::timestamptz, month_end::timestamptz
    );
    made := made + 1;
  end loop;
  return made;
end;
$$;

comment on function audit.ensure_partitions(date, integer) is
  'Makes the partitions of this month and the following ones that are missing; run it daily. Says how many it made.';

revoke execute on function audit.record() from public;
revoke execute on function audit.ensure_partitions(date, integer) from public;
grant execute on function audit.ensure_partitions(date, integer) to job_worker;

-- plumb:down
drop function audit.ensure_partitions(date, integer);
drop function audit.record();
drop table audit.entries;
