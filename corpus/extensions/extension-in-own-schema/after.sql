CREATE SCHEMA extensions;
GRANT USAGE ON SCHEMA extensions TO anon;
CREATE EXTENSION "uuid-ossp" WITH SCHEMA extensions;
CREATE EXTENSION pgcrypto WITH SCHEMA extensions;
COMMENT ON EXTENSION pgcrypto IS 'For passwords';
CREATE TABLE t (id uuid PRIMARY KEY DEFAULT extensions.uuid_generate_v4(), secret text);
CREATE FUNCTION check_secret(i text, s text) RETURNS boolean LANGUAGE sql AS $$ SELECT extensions.crypt(i, s) = s $$;
