BEGIN;

ALTER TABLE public.authors ADD COLUMN tenant integer NOT NULL DEFAULT 1;

DROP VIEW public.book_counts;

COMMIT;

-- Reads public.authors twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.authors have the same (tenant, id). To find them: SELECT tenant, id, count(*) FROM public.authors GROUP BY tenant, id HAVING count(*) > 1. An invalid index authors_pkey_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY authors_pkey_plumb_new ON public.authors (tenant, id);

BEGIN;

ALTER TABLE public.authors DROP CONSTRAINT authors_pkey, ADD CONSTRAINT authors_pkey PRIMARY KEY USING INDEX authors_pkey_plumb_new;

CREATE VIEW public.book_counts AS
SELECT a.id,
    a.name,
    count(*) AS books
   FROM (public.authors a
     JOIN public.books b ON ((b.author = a.id)))
  GROUP BY a.tenant, a.id;

COMMIT;

-- down

DROP VIEW public.book_counts;

-- Reads public.authors twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.authors have the same (id). To find them: SELECT id, count(*) FROM public.authors GROUP BY id HAVING count(*) > 1. An invalid index authors_pkey_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY authors_pkey_plumb_new ON public.authors (id);

BEGIN;

ALTER TABLE public.authors DROP CONSTRAINT authors_pkey, ADD CONSTRAINT authors_pkey PRIMARY KEY USING INDEX authors_pkey_plumb_new;

-- The column public.authors.tenant is dropped with all that it holds.
ALTER TABLE public.authors DROP COLUMN tenant;

CREATE VIEW public.book_counts AS
SELECT a.id,
    a.name,
    count(*) AS books
   FROM (public.authors a
     JOIN public.books b ON ((b.author = a.id)))
  GROUP BY a.id;

COMMIT;
