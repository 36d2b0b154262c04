CREATE FUNCTION auth.uid()
  RETURNS uuid
  LANGUAGE sql STABLE
AS $function$ SELECT nullif(current_setting('request.jwt.sub', true), '')::uuid $function$;

ALTER TABLE public.docs ALTER COLUMN owner SET DEFAULT auth.uid();

-- The policy own decides which rows of public.docs PUBLIC may read and write.
ALTER POLICY own ON public.docs
  USING ((owner = ( SELECT auth.uid() AS uid)));

GRANT USAGE ON SCHEMA auth TO authenticated;

-- down

-- The policy own decides which rows of public.docs PUBLIC may read and write.
ALTER POLICY own ON public.docs
  USING ((owner = (current_setting('request.jwt.sub'::text))::uuid));

-- authenticated loses USAGE on SCHEMA auth.
REVOKE USAGE ON SCHEMA auth FROM authenticated;

ALTER TABLE public.docs ALTER COLUMN owner DROP DEFAULT;

DROP FUNCTION auth.uid();
