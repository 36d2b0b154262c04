ALTER TABLE public.tickets ALTER COLUMN code SET DEFAULT public.next_code();

ALTER TABLE public.tickets ALTER COLUMN id SET DEFAULT nextval('public.ticket_numbers'::regclass);

ALTER TABLE public.tickets ALTER COLUMN note SET DEFAULT 'two
lines'::text;

ALTER TABLE public.tickets ALTER COLUMN opened SET DEFAULT (now() AT TIME ZONE 'utc'::text);

ALTER TABLE public.tickets ALTER COLUMN state SET DEFAULT 'open'::text;

ALTER TABLE public.tickets ALTER COLUMN priority DROP DEFAULT;

-- down

ALTER TABLE public.tickets ALTER COLUMN note SET DEFAULT 'it''s \ here'::text;

ALTER TABLE public.tickets ALTER COLUMN opened SET DEFAULT now();

ALTER TABLE public.tickets ALTER COLUMN priority SET DEFAULT 3;

ALTER TABLE public.tickets ALTER COLUMN state SET DEFAULT 'new'::text;

ALTER TABLE public.tickets ALTER COLUMN code DROP DEFAULT;

ALTER TABLE public.tickets ALTER COLUMN id DROP DEFAULT;
