-- Takes the next jobs for a worker. Rows that another worker is taking at this moment are skipped, not waited for,
-- so workers never queue up behind each other and no job is given out twice.
-- $1 text     the worker's name    example: worker-1
-- $2 integer  how many at most     example: 2
--
-- jobs_pending_idx holds only what waits, in this order. MATERIALIZED: chosen once, whatever the join looks like.
with next as materialized (
  select q.id
  from private.jobs as q
  where q.status = 'pending'
    and q.run_at <= now()
  order by q.priority desc, q.run_at
  limit $2
  for update skip locked
)
update private.jobs as j
set
  status = 'running',
  worker = $1,
  attempts = j.attempts + 1,
  started_at = now()
from next
where j.id = next.id
returning j.id, j.kind, j.payload, j.attempts, j.requested_by;
