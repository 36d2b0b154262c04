SET check_function_bodies = off;
CREATE TABLE jobs (id int PRIMARY KEY, state text, priority int);
CREATE FUNCTION oldest() RETURNS int LANGUAGE sql STABLE AS $$ SELECT min(id) + 0 FROM archived_jobs $$;
CREATE PROCEDURE forget() LANGUAGE sql AS $$ DELETE FROM archived_jobs $$;
