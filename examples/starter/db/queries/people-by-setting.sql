-- The people whose settings contain these: who gets tonight's digest, who tries the beta.
-- $1 jsonb    a part of the settings    example: {"notifications": {"digest": "daily"}}
-- $2 integer  how many                  example: 50
--
-- settings_preferences_idx (GIN, jsonb_path_ops) serves @>. It does not serve preferences ->> 'theme' = 'dark':
-- write that as @> '{"theme": "dark"}'. While the table has a few pages, reading them all is cheaper.
select p.id, p.handle, p.display_name
from app.settings as s
join app.profiles as p on p.id = s.user_id
where s.preferences @> $1
  and p.deleted_at is null
order by p.handle
limit $2;
