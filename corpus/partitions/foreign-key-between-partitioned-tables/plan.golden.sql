BEGIN;

CREATE TABLE public.b_2 (
  LIKE public.b INCLUDING COMPRESSION INCLUDING CONSTRAINTS INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING STORAGE
);

ALTER TABLE public.b ATTACH PARTITION public.b_2 FOR VALUES IN (2);

ALTER TABLE public.a ADD COLUMN parent integer;

ALTER TABLE public.a ADD CONSTRAINT self FOREIGN KEY (parent, k) REFERENCES public.a (id, k) NOT VALID;

ALTER TABLE public.b ADD CONSTRAINT to_a FOREIGN KEY (a_id, k) REFERENCES public.a (id, k) DEFERRABLE NOT VALID;

COMMIT;

-- Reads all of public.a while others go on reading and writing it.
-- Fails if rows of public.a refer to nothing by self. To find them: SELECT * FROM public.a AS c WHERE c.parent IS NOT NULL AND c.k IS NOT NULL AND NOT EXISTS (SELECT FROM public.a AS p WHERE p.id = c.parent AND p.k = c.k)
ALTER TABLE public.a VALIDATE CONSTRAINT self;

-- Reads all of public.b while others go on reading and writing it.
-- Fails if rows of public.b refer to nothing by to_a. To find them: SELECT * FROM public.b AS c WHERE c.a_id IS NOT NULL AND c.k IS NOT NULL AND NOT EXISTS (SELECT FROM public.a AS p WHERE p.id = c.a_id AND p.k = c.k)
ALTER TABLE public.b VALIDATE CONSTRAINT to_a;

-- down

ALTER TABLE public.a DROP CONSTRAINT self;

ALTER TABLE public.b DROP CONSTRAINT to_a;

-- The column public.a.parent is dropped with all that it holds.
ALTER TABLE public.a DROP COLUMN parent;

-- The table public.b_2 is dropped with all of its rows.
DROP TABLE public.b_2;
