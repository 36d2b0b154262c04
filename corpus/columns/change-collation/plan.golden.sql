BEGIN;

ALTER TABLE public.words ALTER COLUMN either TYPE character varying(20) COLLATE "POSIX";

DROP VIEW public.sorted_words;

ALTER TABLE public.words ALTER COLUMN sort_key TYPE text;

ALTER TABLE public.words ALTER COLUMN word TYPE text COLLATE "C";

CREATE VIEW public.sorted_words AS
SELECT word,
    sort_key
   FROM public.words
  ORDER BY sort_key;

COMMIT;

-- Reads public.words twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY words_c_plumb_new ON public.words (word COLLATE "POSIX");

DROP INDEX CONCURRENTLY public.words_c;

ALTER INDEX public.words_c_plumb_new RENAME TO words_c;

-- down

BEGIN;

-- public.words is written anew while nobody can read or write it: public.words.either changes from character varying(20) to character varying(10).
-- public.words.either can hold less as character varying(10) than as character varying(20): what doesn't fit is cut off, or refused.
-- The migration fails where public.words.either holds a value that can't be converted to character varying(10).
ALTER TABLE public.words ALTER COLUMN either TYPE character varying(10) COLLATE "C";

DROP VIEW public.sorted_words;

ALTER TABLE public.words ALTER COLUMN sort_key TYPE text COLLATE "C";

ALTER TABLE public.words ALTER COLUMN word TYPE text;

CREATE VIEW public.sorted_words AS
SELECT word,
    sort_key
   FROM public.words
  ORDER BY sort_key;

COMMIT;

-- Reads public.words twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY words_c_plumb_new ON public.words (word COLLATE "C");

DROP INDEX CONCURRENTLY public.words_c;

ALTER INDEX public.words_c_plumb_new RENAME TO words_c;
