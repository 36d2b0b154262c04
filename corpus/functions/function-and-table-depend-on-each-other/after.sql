CREATE TABLE jobs (id int PRIMARY KEY, state text NOT NULL);
CREATE FUNCTION open_jobs(j jobs) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT j.state = 'open' $$;
CREATE INDEX jobs_open ON jobs (id) WHERE state = 'open';
ALTER TABLE jobs ADD CONSTRAINT state_is_known CHECK (open_jobs(jobs) IS NOT NULL);
