ALTER TABLE public.b ADD CONSTRAINT b_id_not_null NOT NULL id NOT VALID;

-- The migration fails where public.b.id is NULL. Give these rows a value first.
ALTER TABLE public.b VALIDATE CONSTRAINT b_id_not_null;

BEGIN;

CREATE SEQUENCE public.b_id_seq
  AS integer
  OWNED BY public.b.id;

-- The sequence goes on after the values that are there.
SELECT setval('public.b_id_seq', max(id)) FROM public.b;

ALTER TABLE public.b ALTER COLUMN id SET DEFAULT nextval('public.b_id_seq'::regclass);

ALTER TABLE public.a ALTER COLUMN id DROP DEFAULT;

ALTER TABLE public.a ALTER COLUMN n DROP DEFAULT;

DROP SEQUENCE public.a_id_seq;

DROP SEQUENCE public.a_n_seq;

COMMIT;

-- down

CREATE SEQUENCE public.a_id_seq
  AS integer
  OWNED BY public.a.id;

-- The sequence goes on after the values that are there.
SELECT setval('public.a_id_seq', max(id)) FROM public.a;

CREATE SEQUENCE public.a_n_seq
  AS smallint
  OWNED BY public.a.n;

-- The sequence goes on after the values that are there.
SELECT setval('public.a_n_seq', max(n)) FROM public.a;

ALTER TABLE public.a ALTER COLUMN id SET DEFAULT nextval('public.a_id_seq'::regclass);

ALTER TABLE public.a ALTER COLUMN n SET DEFAULT nextval('public.a_n_seq'::regclass);

ALTER TABLE public.b ALTER COLUMN id SET DEFAULT nextval('public.a_id_seq'::regclass);

DROP SEQUENCE public.b_id_seq;

ALTER TABLE public.b ALTER COLUMN id DROP NOT NULL;
