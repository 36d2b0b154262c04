ALTER PUBLICATION pub DROP TABLE public.legacy;

-- The policy p decides which rows of public.kept PUBLIC may read and write.
DROP POLICY p ON public.kept;

DROP RULE r ON public.kept;

ALTER TABLE public.kept DROP CONSTRAINT kept_old;

-- Whoever may read public.kept sees all of its rows from then on.
ALTER TABLE public.kept DISABLE ROW LEVEL SECURITY;

DROP VIEW public.v2;

ALTER TABLE public.kept ALTER COLUMN n DROP DEFAULT;

DROP FUNCTION public.f1();

DROP MATERIALIZED VIEW public.m1;

DROP VIEW public.v1;

-- The table public.legacy is dropped with all of its rows.
DROP TABLE public.legacy;

-- down

BEGIN;

-- Who isn't the owner of public.kept sees only the rows that its policies let through.
ALTER TABLE public.kept ENABLE ROW LEVEL SECURITY;

CREATE TABLE public.legacy (
  id integer NOT NULL,
  x integer,
  CONSTRAINT legacy_pkey PRIMARY KEY (id)
);

CREATE VIEW public.v1 AS
SELECT id,
    x
   FROM public.legacy;

CREATE MATERIALIZED VIEW public.m1 AS
SELECT x,
    count(*) AS n
   FROM public.v1
  GROUP BY x;

CREATE FUNCTION public.f1()
  RETURNS bigint
  LANGUAGE sql STABLE
BEGIN ATOMIC
 SELECT sum(m1.n) AS sum
    FROM public.m1;
END;

ALTER TABLE public.kept ALTER COLUMN n SET DEFAULT public.f1();

CREATE VIEW public.v2 AS
SELECT public.f1() AS n;

ALTER TABLE public.kept ADD CONSTRAINT kept_old FOREIGN KEY (old) REFERENCES public.legacy (id) NOT VALID;

CREATE INDEX m1_x ON public.m1 (x);

CREATE RULE r AS
    ON DELETE TO public.kept DO  DELETE FROM public.legacy
  WHERE (legacy.id = old.old);

-- The policy p decides which rows of public.kept PUBLIC may read and write.
CREATE POLICY p ON public.kept
  USING ((id IN ( SELECT v1.id
   FROM public.v1)));

ALTER PUBLICATION pub ADD TABLE public.legacy;

COMMIT;

-- Reads all of public.kept while others go on reading and writing it.
-- Fails if rows of public.kept refer to nothing by kept_old. To find them: SELECT * FROM public.kept AS c WHERE c.old IS NOT NULL AND NOT EXISTS (SELECT FROM public.legacy AS p WHERE p.id = c.old)
ALTER TABLE public.kept VALIDATE CONSTRAINT kept_old;
