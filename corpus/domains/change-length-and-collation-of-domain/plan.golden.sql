ALTER DOMAIN public.label RENAME TO label_plumb_old;

CREATE DOMAIN public.label AS character varying(40);

ALTER DOMAIN public.word RENAME TO word_plumb_old;

CREATE DOMAIN public.word AS text
  COLLATE "POSIX";

-- public.t is written anew while nobody can read or write it: label moves to the new type public.label.
ALTER TABLE public.t ALTER COLUMN label TYPE public.label USING label::public.label;

-- public.t is written anew while nobody can read or write it: word moves to the new type public.word.
ALTER TABLE public.t ALTER COLUMN word TYPE public.word USING word::public.word;

DROP DOMAIN public.label_plumb_old;

DROP DOMAIN public.word_plumb_old;

-- down

ALTER DOMAIN public.label RENAME TO label_plumb_old;

CREATE DOMAIN public.label AS character varying(20);

ALTER DOMAIN public.word RENAME TO word_plumb_old;

CREATE DOMAIN public.word AS text
  COLLATE "C";

-- public.t is written anew while nobody can read or write it: label moves to the new type public.label.
-- public.t.label holds less as public.label will be than as it is: values that don't fit are cut or refused.
ALTER TABLE public.t ALTER COLUMN label TYPE public.label USING label::public.label;

-- public.t is written anew while nobody can read or write it: word moves to the new type public.word.
ALTER TABLE public.t ALTER COLUMN word TYPE public.word USING word::public.word;

DROP DOMAIN public.label_plumb_old;

DROP DOMAIN public.word_plumb_old;
