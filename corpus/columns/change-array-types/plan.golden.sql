-- public.articles is written anew while nobody can read or write it: public.articles.codes changes from integer[] to bigint[].
ALTER TABLE public.articles ALTER COLUMN codes TYPE bigint[];

ALTER TABLE public.articles ALTER COLUMN names TYPE character varying(30)[];

ALTER TABLE public.articles ALTER COLUMN names SET DEFAULT '{a,b}'::character varying[];

-- down

-- public.articles is written anew while nobody can read or write it: public.articles.codes changes from bigint[] to integer[].
-- public.articles.codes can hold less as integer[] than as bigint[]: what doesn't fit is cut off, or refused.
-- The migration fails where public.articles.codes holds a value that can't be converted to integer[].
ALTER TABLE public.articles ALTER COLUMN codes TYPE integer[];

ALTER TABLE public.articles ALTER COLUMN names DROP DEFAULT;

-- public.articles is written anew while nobody can read or write it: public.articles.names changes from character varying(30)[] to character varying(10)[].
-- public.articles.names can hold less as character varying(10)[] than as character varying(30)[]: what doesn't fit is cut off, or refused.
-- The migration fails where public.articles.names holds a value that can't be converted to character varying(10)[].
ALTER TABLE public.articles ALTER COLUMN names TYPE character varying(10)[];
