-- What happened to one row: who changed what, newest first.
-- $1 uuid         the row                                     example: 753b62ad-c507-2c09-0bd4-3de6e0404762
-- $2 timestamptz  not before, for example its created_at      example: 2025-09-01T00:00:00Z
-- $3 integer      how many                                    example: 20
--
-- entries_row_idx exists on every partition; $2 spares the months before the row was there.
select
  e.occurred_at,
  e.operation,
  actor.display_name as actor,
  e.old_values,
  e.new_values
from audit.entries as e
left join app.profiles as actor on actor.id = e.actor_id
where e.row_id = $1
  and e.occurred_at >= $2
order by e.occurred_at desc, e.id desc
limit $3;
