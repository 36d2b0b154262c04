ALTER TABLE public.a ALTER COLUMN id DROP DEFAULT;

ALTER SEQUENCE public.a_id_seq OWNED BY NONE;

-- The table public.a is dropped with all of its rows.
DROP TABLE public.a;

-- down

CREATE TABLE public.a (
  id integer NOT NULL,
  CONSTRAINT a_pkey PRIMARY KEY (id)
);

ALTER SEQUENCE public.a_id_seq OWNED BY public.a.id;

ALTER TABLE public.a ALTER COLUMN id SET DEFAULT nextval('public.a_id_seq'::regclass);
