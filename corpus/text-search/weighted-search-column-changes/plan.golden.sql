-- public.articles is written anew while nobody can read or write it: tsv is worked out again.
ALTER TABLE public.articles ALTER COLUMN tsv SET EXPRESSION AS (setweight(to_tsvector('english'::regconfig, COALESCE(title, ''::text)), 'A'::"char") || setweight(to_tsvector('english'::regconfig, COALESCE(body, ''::text)), 'B'::"char"));

ALTER INDEX public.articles_tsv SET (fastupdate = 'off');

-- down

-- public.articles is written anew while nobody can read or write it: tsv is worked out again.
ALTER TABLE public.articles ALTER COLUMN tsv SET EXPRESSION AS (to_tsvector('english'::regconfig, ((COALESCE(title, ''::text) || ' '::text) || COALESCE(body, ''::text))));

ALTER INDEX public.articles_tsv RESET (fastupdate);
