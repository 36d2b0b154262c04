-- Who may come in. None of the three can log in: your server logs in as its own role, which is a member
-- of these (`grant anonymous, signed_in to my_server`), and says per request who it speaks for (`set local role`).
--
-- Roles belong to the whole cluster, not to one database: another database may have made them already,
-- or be making them at this moment.
do $$
declare
  wanted text;
begin
  foreach wanted in array array['anonymous', 'signed_in', 'job_worker'] loop
    begin
      if not exists (select from pg_catalog.pg_roles where rolname = wanted) then
        execute format('create role %I nologin', wanted);
      end if;
    exception
      when duplicate_object or unique_violation then
        null;
    end;
  end loop;
end;
$$;
