ALTER PUBLICATION p DROP TABLE public.t;

ALTER TABLE public.t ALTER COLUMN kind TYPE text;

ALTER PUBLICATION p ADD TABLE public.t (id, kind) WHERE (kind = 'a'::text);

-- down

ALTER PUBLICATION p DROP TABLE public.t;

-- public.t is written anew while nobody can read or write it: public.t.kind changes from text to character varying(10).
-- public.t.kind can hold less as character varying(10) than as text: what doesn't fit is cut off, or refused.
-- The migration fails where public.t.kind holds a value that can't be converted to character varying(10).
ALTER TABLE public.t ALTER COLUMN kind TYPE character varying(10);

ALTER PUBLICATION p ADD TABLE public.t (id, kind) WHERE ((kind)::text = 'a'::text);
