DROP MATERIALIZED VIEW public.scores;

DROP FUNCTION public.score(text);

CREATE FUNCTION public.score(w text)
  RETURNS numeric
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT length(w) * 1.5 $function$;

-- The materialized view public.scores is computed anew; whoever reads it waits until that is done.
CREATE MATERIALIZED VIEW public.scores AS
SELECT id,
    public.score(word) AS score
   FROM public.words;

CREATE INDEX scores_score ON public.scores (score);

-- down

DROP MATERIALIZED VIEW public.scores;

DROP FUNCTION public.score(text);

CREATE FUNCTION public.score(w text)
  RETURNS integer
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT length(w) $function$;

-- The materialized view public.scores is computed anew; whoever reads it waits until that is done.
CREATE MATERIALIZED VIEW public.scores AS
SELECT id,
    public.score(word) AS score
   FROM public.words;

CREATE INDEX scores_score ON public.scores (score);
