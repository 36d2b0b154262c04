DROP VIEW public.labels;

DROP FUNCTION public.label(public.ranking);

DROP FUNCTION public.top_players(integer);

DROP VIEW public.ranking;

CREATE VIEW public.ranking AS
SELECT id,
    team,
    name,
    score
   FROM public.players;

CREATE FUNCTION public.label(r public.ranking)
  RETURNS text
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT r.name || ': ' || r.score $function$;

CREATE FUNCTION public.top_players(n integer)
  RETURNS SETOF public.ranking
  LANGUAGE sql STABLE
AS $function$ SELECT * FROM ranking ORDER BY score DESC LIMIT n $function$;

CREATE VIEW public.labels AS
SELECT public.label(r.*) AS label
   FROM public.ranking r;

-- down

DROP VIEW public.labels;

DROP FUNCTION public.label(public.ranking);

DROP FUNCTION public.top_players(integer);

DROP VIEW public.ranking;

CREATE VIEW public.ranking AS
SELECT id,
    name,
    score
   FROM public.players;

CREATE FUNCTION public.label(r public.ranking)
  RETURNS text
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT r.name || ': ' || r.score $function$;

CREATE FUNCTION public.top_players(n integer)
  RETURNS SETOF public.ranking
  LANGUAGE sql STABLE
AS $function$ SELECT * FROM ranking ORDER BY score DESC LIMIT n $function$;

CREATE VIEW public.labels AS
SELECT public.label(r.*) AS label
   FROM public.ranking r;
