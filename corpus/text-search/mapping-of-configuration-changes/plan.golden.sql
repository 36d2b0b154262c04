-- What indexes and columns hold by the text search configuration public.search is not computed again.
ALTER TEXT SEARCH CONFIGURATION public.search DROP MAPPING FOR numword;

ALTER TEXT SEARCH CONFIGURATION public.search
  ALTER MAPPING FOR asciiword
  WITH public.syn, public.short, pg_catalog.english_stem;

ALTER TEXT SEARCH CONFIGURATION public.search
  ADD MAPPING FOR host
  WITH pg_catalog.simple;

-- down

-- What indexes and columns hold by the text search configuration public.search is not computed again.
ALTER TEXT SEARCH CONFIGURATION public.search DROP MAPPING FOR host;

ALTER TEXT SEARCH CONFIGURATION public.search
  ALTER MAPPING FOR asciiword
  WITH pg_catalog.simple;

ALTER TEXT SEARCH CONFIGURATION public.search
  ADD MAPPING FOR numword
  WITH pg_catalog.simple;
