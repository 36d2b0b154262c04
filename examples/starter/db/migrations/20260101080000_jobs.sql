-- Background work.

-- plumb:up
create table private.jobs (
  id uuid primary key default gen_random_uuid(),
  requested_by uuid references app.profiles (id) on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  run_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  priority integer not null default 0,
  attempts integer not null default 0,
  max_attempts integer not null default 5 check (max_attempts > 0),
  status text not null default 'pending' check (status in ('pending', 'running', 'done', 'failed')),
  kind text not null,
  worker text,
  payload jsonb not null default '{}',
  result jsonb,
  last_error text,
  constraint jobs_started_check check (status = 'pending' or (started_at is not null and worker is not null)),
  constraint jobs_finished_check check ((status in ('done', 'failed')) = (finished_at is not null))
);

comment on table private.jobs is
  'Work to be done outside a request. Workers take it with FOR UPDATE SKIP LOCKED, so that no two get the same job.';
comment on column private.jobs.run_at is 'Not before this moment: a delay, or the pause before the next attempt.';
comment on column private.jobs.worker is 'Who runs it or ran it last.';

-- Holds only what waits, in the order in which it is taken, however many finished jobs there are.
create index jobs_pending_idx on private.jobs (priority desc, run_at) where status = 'pending';
-- Running for too long: the worker is gone, put it back.
create index jobs_running_idx on private.jobs (started_at) where status = 'running';
create index jobs_requested_by_idx on private.jobs (requested_by, created_at desc) where requested_by is not null;

create trigger jobs_touch_updated_at
  before update on private.jobs
  for each row execute function private.touch_updated_at();

grant select, insert on private.jobs to job_worker;
grant update (run_at, started_at, finished_at, attempts, status, worker, result, last_error)
  on private.jobs to job_worker;

-- plumb:down
drop table private.jobs;
