-- The triggers wrote the history of all this a moment ago. Give each entry the moment and the actor of its story;
-- PostgreSQL moves the entry from the default partition to that of its month.
with stories as (
  select
    e.occurred_at,
    e.id,
    coalesce(e.new_values ->> 'updated_at', e.new_values ->> 'created_at')::timestamptz as happened_at,
    case e.table_name
      when 'app.profiles' then e.row_id
      when 'app.posts' then (select p.author_id from app.posts as p where p.id = e.row_id)
      when 'app.comments' then (select c.author_id from app.comments as c where c.id = e.row_id)
      else (select t.created_by from app.teams as t where t.id = e.row_id)
    end as actor_id
  from audit.entries as e
)
update audit.entries as e
set occurred_at = s.happened_at, actor_id = coalesce(e.actor_id, s.actor_id)
from stories as s
where e.occurred_at = s.occurred_at
  and e.id = s.id
  and s.happened_at < timestamptz '2026-03-01 00:00+00'
  and s.happened_at <> e.occurred_at;
