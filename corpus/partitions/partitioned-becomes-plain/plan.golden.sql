BEGIN;

ALTER TABLE public.u DROP CONSTRAINT u_t_id_fkey;

ALTER TABLE public.t DROP CONSTRAINT t_pkey;

ALTER TABLE public.t RENAME TO t_plumb_old;

CREATE TABLE public.t (
  id integer CONSTRAINT t_id_not_null NOT NULL,
  note text,
  CONSTRAINT t_pkey PRIMARY KEY (id)
);

-- public.t can't be altered to what it should be: it is made anew, and its rows are carried over.
-- All rows of public.t are copied while nobody can read or write them.
-- The migration fails where a row of public.t doesn't fit the new table.
INSERT INTO public.t (id, note)
SELECT id, note
FROM public.t_plumb_old;

ALTER TABLE public.u ADD CONSTRAINT u_t_id_fkey FOREIGN KEY (t_id) REFERENCES public.t (id) NOT VALID;

COMMIT;

-- Reads all of public.u while others go on reading and writing it.
-- Fails if rows of public.u refer to nothing by u_t_id_fkey. To find them: SELECT * FROM public.u AS c WHERE c.t_id IS NOT NULL AND NOT EXISTS (SELECT FROM public.t AS p WHERE p.id = c.t_id)
ALTER TABLE public.u VALIDATE CONSTRAINT u_t_id_fkey;

DROP TABLE public.t_plumb_old;

-- down

BEGIN;

ALTER TABLE public.u DROP CONSTRAINT u_t_id_fkey;

ALTER TABLE public.t DROP CONSTRAINT t_pkey;

ALTER TABLE public.t RENAME TO t_plumb_old;

CREATE TABLE public.t (
  id integer CONSTRAINT t_id_not_null NOT NULL,
  note text,
  CONSTRAINT t_pkey PRIMARY KEY (id)
)
PARTITION BY HASH (id);

CREATE TABLE public.t_0 PARTITION OF public.t FOR VALUES WITH (modulus 2, remainder 0);

CREATE TABLE public.t_1 PARTITION OF public.t FOR VALUES WITH (modulus 2, remainder 1);

-- public.t can't be altered to what it should be: it is made anew, and its rows are carried over.
-- All rows of public.t are copied while nobody can read or write them.
-- The migration fails where a row of public.t doesn't fit the new table.
INSERT INTO public.t (id, note)
SELECT id, note
FROM ONLY public.t_plumb_old;

ALTER TABLE public.u ADD CONSTRAINT u_t_id_fkey FOREIGN KEY (t_id) REFERENCES public.t (id) NOT VALID;

COMMIT;

-- Reads all of public.u while others go on reading and writing it.
-- Fails if rows of public.u refer to nothing by u_t_id_fkey. To find them: SELECT * FROM public.u AS c WHERE c.t_id IS NOT NULL AND NOT EXISTS (SELECT FROM public.t AS p WHERE p.id = c.t_id)
ALTER TABLE public.u VALIDATE CONSTRAINT u_t_id_fkey;

DROP TABLE public.t_plumb_old;
