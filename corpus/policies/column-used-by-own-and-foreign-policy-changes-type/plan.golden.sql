-- The policy own decides which rows of public.docs PUBLIC may UPDATE.
DROP POLICY own ON public.docs;

-- public.docs is written anew while nobody can read or write it: public.docs.org changes from integer to bigint.
ALTER TABLE public.docs ALTER COLUMN org TYPE bigint;

-- public.orgs is written anew while nobody can read or write it: public.orgs.id changes from integer to bigint.
ALTER TABLE public.orgs ALTER COLUMN id TYPE bigint;

-- The policy own decides which rows of public.orgs authenticated may read and write.
DROP POLICY own ON public.orgs;

ALTER TABLE public.orgs ALTER COLUMN owner TYPE text;

-- The policy own decides which rows of public.docs PUBLIC may UPDATE.
CREATE POLICY own ON public.docs
  AS RESTRICTIVE
  FOR UPDATE
  USING ((org IN ( SELECT o.id
   FROM public.orgs o
  WHERE (o.owner = CURRENT_USER))));

-- The policy own decides which rows of public.orgs authenticated may read and write.
CREATE POLICY own ON public.orgs
  TO authenticated
  USING ((owner = CURRENT_USER))
  WITH CHECK ((owner = CURRENT_USER));

COMMENT ON POLICY own ON public.docs IS 'By the organisation';

-- down

-- The policy own decides which rows of public.docs PUBLIC may UPDATE.
DROP POLICY own ON public.docs;

-- public.docs is written anew while nobody can read or write it: public.docs.org changes from bigint to integer.
-- public.docs.org can hold less as integer than as bigint: what doesn't fit is cut off, or refused.
-- The migration fails where public.docs.org holds a value that can't be converted to integer.
ALTER TABLE public.docs ALTER COLUMN org TYPE integer;

-- public.orgs is written anew while nobody can read or write it: public.orgs.id changes from bigint to integer.
-- public.orgs.id can hold less as integer than as bigint: what doesn't fit is cut off, or refused.
-- The migration fails where public.orgs.id holds a value that can't be converted to integer.
ALTER TABLE public.orgs ALTER COLUMN id TYPE integer;

-- The policy own decides which rows of public.orgs authenticated may read and write.
DROP POLICY own ON public.orgs;

-- public.orgs is written anew while nobody can read or write it: public.orgs.owner changes from text to character varying(20).
-- public.orgs.owner can hold less as character varying(20) than as text: what doesn't fit is cut off, or refused.
-- The migration fails where public.orgs.owner holds a value that can't be converted to character varying(20).
ALTER TABLE public.orgs ALTER COLUMN owner TYPE character varying(20);

-- The policy own decides which rows of public.docs PUBLIC may UPDATE.
CREATE POLICY own ON public.docs
  AS RESTRICTIVE
  FOR UPDATE
  USING ((org IN ( SELECT o.id
   FROM public.orgs o
  WHERE ((o.owner)::text = CURRENT_USER))));

-- The policy own decides which rows of public.orgs authenticated may read and write.
CREATE POLICY own ON public.orgs
  TO authenticated
  USING (((owner)::text = CURRENT_USER))
  WITH CHECK (((owner)::text = CURRENT_USER));

COMMENT ON POLICY own ON public.docs IS 'By the organisation';
