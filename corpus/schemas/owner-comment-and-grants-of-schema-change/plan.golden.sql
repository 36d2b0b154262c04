COMMENT ON SCHEMA app IS 'The app';

-- anon loses USAGE on SCHEMA app.
REVOKE USAGE ON SCHEMA app FROM anon;

-- The owner of SCHEMA app changes: who could change it, and whose rights it runs with.
ALTER SCHEMA app OWNER TO migrator;

GRANT CREATE ON SCHEMA app TO app_owner;

GRANT USAGE ON SCHEMA app TO authenticated;

-- down

COMMENT ON SCHEMA app IS 'App';

-- app_owner loses CREATE on SCHEMA app.
REVOKE CREATE ON SCHEMA app FROM app_owner;

-- authenticated loses USAGE on SCHEMA app.
REVOKE USAGE ON SCHEMA app FROM authenticated;

-- The owner of SCHEMA app changes: who could change it, and whose rights it runs with.
ALTER SCHEMA app OWNER TO app_owner;

GRANT USAGE ON SCHEMA app TO anon;
