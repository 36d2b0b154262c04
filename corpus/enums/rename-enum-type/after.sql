CREATE TYPE job_state AS ENUM ('open', 'done');
CREATE TABLE jobs (id int PRIMARY KEY, state job_state NOT NULL DEFAULT 'open', history job_state[] NOT NULL DEFAULT '{}');
CREATE FUNCTION next_state(s job_state) RETURNS job_state LANGUAGE sql IMMUTABLE AS $$ SELECT 'done'::job_state $$;
