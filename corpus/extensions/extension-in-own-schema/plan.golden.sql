CREATE EXTENSION "uuid-ossp" SCHEMA extensions;

CREATE EXTENSION pgcrypto SCHEMA extensions;

ALTER TABLE public.t ADD COLUMN secret text;

ALTER TABLE public.t ALTER COLUMN id SET DEFAULT extensions.uuid_generate_v4();

CREATE FUNCTION public.check_secret(i text, s text)
  RETURNS boolean
  LANGUAGE sql
AS $function$ SELECT extensions.crypt(i, s) = s $function$;

COMMENT ON EXTENSION pgcrypto IS 'For passwords';

GRANT USAGE ON SCHEMA extensions TO anon;

-- down

-- anon loses USAGE on SCHEMA extensions.
REVOKE USAGE ON SCHEMA extensions FROM anon;

DROP FUNCTION public.check_secret(text, text);

ALTER TABLE public.t ALTER COLUMN id DROP DEFAULT;

-- The column public.t.secret is dropped with all that it holds.
ALTER TABLE public.t DROP COLUMN secret;

DROP EXTENSION "uuid-ossp";

DROP EXTENSION pgcrypto;
