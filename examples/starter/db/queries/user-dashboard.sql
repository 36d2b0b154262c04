-- Everything that the start page of one person shows, in one round trip.
-- $1 uuid  the person    example: fbb798c2-5241-0201-2e7b-d22eef00e52d
--
-- Each part is a look-up by an index that begins with the person: posts_author_idx, team_members_user_idx,
-- jobs_requested_by_idx and the key of user_stats. The figures are as old as the last refresh.
select
  me.handle,
  me.display_name,
  coalesce(s.published_posts, 0) as published_posts,
  coalesce(s.comments_received, 0) as comments_received,
  coalesce(s.comments_written, 0) as comments_written,
  (
    select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'title', d.title) order by d.created_at desc), '[]')
    from (
      select p.id, p.title, p.created_at
      from app.posts as p
      where p.author_id = me.id
        and p.status = 'draft'
        and p.deleted_at is null
      order by p.created_at desc
      limit 5
    ) as d
  ) as latest_drafts,
  (
    select coalesce(jsonb_agg(jsonb_build_object('team', t.name, 'role', r.name) order by t.name), '[]')
    from app.team_members as m
    join app.teams as t on t.id = m.team_id and t.deleted_at is null
    join app.team_roles as r on r.id = m.role_id
    where m.user_id = me.id
  ) as teams,
  (
    select count(*)
    from private.jobs as j
    where j.requested_by = me.id
      and j.status in ('pending', 'running')
  ) as jobs_under_way
from app.profiles as me
left join private.user_stats as s on s.user_id = me.id
where me.id = $1;
