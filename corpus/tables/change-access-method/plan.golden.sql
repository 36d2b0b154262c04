-- public.facts is written anew while nobody can read or write it.
ALTER TABLE public.facts SET ACCESS METHOD heap2;

-- public.other is written anew while nobody can read or write it.
ALTER TABLE public.other SET ACCESS METHOD heap;

-- The materialized view public.summary is copied; whoever reads it waits until that is done.
ALTER MATERIALIZED VIEW public.summary SET ACCESS METHOD heap2;

-- down

-- public.facts is written anew while nobody can read or write it.
ALTER TABLE public.facts SET ACCESS METHOD heap;

-- public.other is written anew while nobody can read or write it.
ALTER TABLE public.other SET ACCESS METHOD heap2;

-- The materialized view public.summary is copied; whoever reads it waits until that is done.
ALTER MATERIALIZED VIEW public.summary SET ACCESS METHOD heap;
