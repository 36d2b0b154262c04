CREATE SCHEMA remote;

CREATE EXTENSION postgres_fdw SCHEMA public;

CREATE SERVER main
  FOREIGN DATA WRAPPER postgres_fdw
  OPTIONS (host 'db.example.com', dbname 'app', port '5433');

CREATE USER MAPPING FOR PUBLIC SERVER main;

CREATE USER MAPPING FOR app_owner SERVER main
  OPTIONS ("user" 'remote');

CREATE FOREIGN TABLE remote.users (
  id integer OPTIONS (column_name 'user_id') NOT NULL,
  name text COLLATE "C" DEFAULT 'x'::text,
  CONSTRAINT positive CHECK (id > 0)
)
SERVER main
OPTIONS (schema_name 'public', table_name 'users');

CREATE VIEW public.both_sides AS
SELECT l.id,
    u.name
   FROM (public.local l
     JOIN remote.users u USING (id));

COMMENT ON COLUMN remote.users.id IS 'Their id';

COMMENT ON FOREIGN TABLE remote.users IS 'Over there';

COMMENT ON SERVER main IS 'The main database';

GRANT SELECT ON TABLE remote.users TO reader;

GRANT USAGE ON FOREIGN SERVER main TO reader;

-- down

DROP VIEW public.both_sides;

DROP FOREIGN TABLE remote.users;

DROP USER MAPPING FOR PUBLIC SERVER main;

DROP USER MAPPING FOR app_owner SERVER main;

DROP SERVER main;

DROP EXTENSION postgres_fdw;

DROP SCHEMA remote;
