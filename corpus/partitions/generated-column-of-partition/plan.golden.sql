CREATE TABLE public.t_2 (
  LIKE public.t INCLUDING COMPRESSION INCLUDING CONSTRAINTS INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING STORAGE
);

ALTER TABLE public.t ATTACH PARTITION public.t_2 FOR VALUES IN (2);

-- public.t is written anew while nobody can read or write it: each row gets its own value of more.
ALTER TABLE public.t ADD COLUMN more text GENERATED ALWAYS AS ((id)::text) STORED;

-- public.t is written anew while nobody can read or write it: twice is worked out again.
ALTER TABLE public.t ALTER COLUMN twice SET EXPRESSION AS (id + id);

-- public.t_1 is written anew while nobody can read or write it: twice is worked out again.
ALTER TABLE public.t_1 ALTER COLUMN twice SET EXPRESSION AS (id * 20);

-- down

ALTER TABLE public.t DROP COLUMN more;

-- public.t_1 is written anew while nobody can read or write it: twice is worked out again.
ALTER TABLE public.t_1 ALTER COLUMN twice SET EXPRESSION AS (id * 2);

-- public.t is written anew while nobody can read or write it: twice is worked out again.
ALTER TABLE public.t ALTER COLUMN twice SET EXPRESSION AS (id * 2);

-- The table public.t_2 is dropped with all of its rows.
DROP TABLE public.t_2;
