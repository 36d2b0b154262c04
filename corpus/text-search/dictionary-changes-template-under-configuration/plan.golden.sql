DROP TEXT SEARCH CONFIGURATION public.c;

DROP TEXT SEARCH DICTIONARY public.d;

CREATE TEXT SEARCH DICTIONARY public.d (
  TEMPLATE = pg_catalog.snowball,
  language = 'french'
);

CREATE TEXT SEARCH CONFIGURATION public.c (PARSER = pg_catalog."default");

ALTER TEXT SEARCH CONFIGURATION public.c
  ADD MAPPING FOR asciihword, email, file, "float", host, hword, hword_asciipart, hword_numpart, hword_part, "int", numhword, numword, sfloat, uint, url, url_path, version, word
  WITH pg_catalog.simple;

ALTER TEXT SEARCH CONFIGURATION public.c
  ADD MAPPING FOR asciiword
  WITH public.d;

-- down

DROP TEXT SEARCH CONFIGURATION public.c;

DROP TEXT SEARCH DICTIONARY public.d;

CREATE TEXT SEARCH DICTIONARY public.d (
  TEMPLATE = pg_catalog.simple
);

CREATE TEXT SEARCH CONFIGURATION public.c (PARSER = pg_catalog."default");

ALTER TEXT SEARCH CONFIGURATION public.c
  ADD MAPPING FOR asciihword, email, file, "float", host, hword, hword_asciipart, hword_numpart, hword_part, "int", numhword, numword, sfloat, uint, url, url_path, version, word
  WITH pg_catalog.simple;

ALTER TEXT SEARCH CONFIGURATION public.c
  ADD MAPPING FOR asciiword
  WITH public.d;
