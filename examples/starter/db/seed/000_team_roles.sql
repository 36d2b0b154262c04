-- Reference data: production needs it too. Everything after this file is made up.
insert into app.team_roles (rank, name, description, created_at, updated_at)
select r.rank, r.name, r.description, timestamptz '2025-09-01 05:00+00', timestamptz '2025-09-01 05:00+00'
from (
  values
    (10, 'viewer', 'Reads the drafts of the team.'),
    (20, 'member', 'Writes for the team.'),
    (30, 'admin', 'Edits every post of the team and looks after its members.'),
    (40, 'owner', 'Founded the team or took it over.')
) as r (rank, name, description)
where not exists (select from app.team_roles as t where t.name = r.name)
order by r.rank;
