DROP MATERIALIZED VIEW public.letters;

-- The materialized view public.letters is computed anew; whoever reads it waits until that is done.
CREATE MATERIALIZED VIEW public.letters AS
SELECT id,
    body
   FROM public.docs
  WHERE (kind = ANY (ARRAY['letter'::text, 'fax'::text]));

ALTER MATERIALIZED VIEW public.letters ALTER COLUMN body SET STATISTICS 10;

CREATE UNIQUE INDEX letters_id ON public.letters (id);

CREATE STATISTICS public.letters_stats (dependencies) ON body, id FROM public.letters;

ALTER MATERIALIZED VIEW public.letters CLUSTER ON letters_id;

-- down

DROP MATERIALIZED VIEW public.letters;

-- The materialized view public.letters is computed anew; whoever reads it waits until that is done.
CREATE MATERIALIZED VIEW public.letters AS
SELECT id,
    body
   FROM public.docs
  WHERE (kind = 'letter'::text);

ALTER MATERIALIZED VIEW public.letters ALTER COLUMN body SET STATISTICS 10;

CREATE UNIQUE INDEX letters_id ON public.letters (id);

CREATE STATISTICS public.letters_stats (dependencies) ON body, id FROM public.letters;

ALTER MATERIALIZED VIEW public.letters CLUSTER ON letters_id;
