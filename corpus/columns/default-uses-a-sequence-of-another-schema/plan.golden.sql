CREATE SEQUENCE ids.b_id
  AS smallint;

-- public.b is written anew while nobody can read or write it: each row gets its own value of ref.
ALTER TABLE public.b ADD COLUMN ref bigint DEFAULT nextval('ids.global_id'::regclass);

ALTER TABLE public.b ALTER COLUMN id SET DEFAULT nextval('ids.b_id'::regclass);

ALTER TABLE public.a ALTER COLUMN id DROP DEFAULT;

-- down

ALTER TABLE public.a ALTER COLUMN id SET DEFAULT nextval('ids.global_id'::regclass);

ALTER TABLE public.b ALTER COLUMN id DROP DEFAULT;

-- The column public.b.ref is dropped with all that it holds.
ALTER TABLE public.b DROP COLUMN ref;

-- Where the sequence ids.b_id stands is forgotten: it begins anew when it is made again.
DROP SEQUENCE ids.b_id;
