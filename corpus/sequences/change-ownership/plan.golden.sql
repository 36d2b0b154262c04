ALTER SEQUENCE public.free OWNED BY public.t.other;

ALTER SEQUENCE public.moves OWNED BY public.t.other;

ALTER SEQUENCE public.owned OWNED BY NONE;

ALTER TABLE public.t ALTER COLUMN other SET DEFAULT nextval('public.moves'::regclass);

-- down

ALTER SEQUENCE public.free OWNED BY NONE;

ALTER SEQUENCE public.owned OWNED BY public.t.id;

ALTER TABLE public.t ALTER COLUMN other DROP DEFAULT;

ALTER SEQUENCE public.moves OWNED BY public.t.id;
