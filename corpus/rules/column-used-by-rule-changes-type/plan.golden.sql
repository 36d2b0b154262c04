DROP RULE keep ON public.t;

-- public.history is written anew while nobody can read or write it: public.history.x changes from integer to bigint.
ALTER TABLE public.history ALTER COLUMN x TYPE bigint;

-- public.t is written anew while nobody can read or write it: public.t.x changes from integer to bigint.
ALTER TABLE public.t ALTER COLUMN x TYPE bigint;

CREATE RULE keep AS
    ON UPDATE TO public.t
   WHERE (new.x <> old.x) DO  INSERT INTO public.history (id, x)
  VALUES (old.id, old.x);

COMMENT ON RULE keep ON public.t IS 'Keeps old values';

-- down

DROP RULE keep ON public.t;

-- public.history is written anew while nobody can read or write it: public.history.x changes from bigint to integer.
-- public.history.x can hold less as integer than as bigint: what doesn't fit is cut off, or refused.
-- The migration fails where public.history.x holds a value that can't be converted to integer.
ALTER TABLE public.history ALTER COLUMN x TYPE integer;

-- public.t is written anew while nobody can read or write it: public.t.x changes from bigint to integer.
-- public.t.x can hold less as integer than as bigint: what doesn't fit is cut off, or refused.
-- The migration fails where public.t.x holds a value that can't be converted to integer.
ALTER TABLE public.t ALTER COLUMN x TYPE integer;

CREATE RULE keep AS
    ON UPDATE TO public.t
   WHERE (new.x <> old.x) DO  INSERT INTO public.history (id, x)
  VALUES (old.id, old.x);

COMMENT ON RULE keep ON public.t IS 'Keeps old values';
