CREATE TYPE state AS ENUM ('open', 'done');
CREATE TABLE jobs (id int PRIMARY KEY, state state NOT NULL DEFAULT 'open', history state[] NOT NULL DEFAULT '{}');
CREATE FUNCTION next_state(s state) RETURNS state LANGUAGE sql IMMUTABLE AS $$ SELECT 'done'::state $$;
