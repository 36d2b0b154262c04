CREATE SEQUENCE public.down
  AS integer
  INCREMENT BY -1
  MINVALUE -100
  CACHE 10
  CYCLE;

CREATE UNLOGGED TABLE public.t (
  id integer
);

COMMENT ON SEQUENCE public.down IS 'counts down';

GRANT USAGE ON SEQUENCE public.down TO app;

-- Where the sequence public.gone stands is forgotten: it begins anew when it is made again.
DROP SEQUENCE public.gone;

-- down

CREATE SEQUENCE public.gone;

-- The table public.t is dropped with all of its rows.
DROP TABLE public.t;

-- Where the sequence public.down stands is forgotten: it begins anew when it is made again.
DROP SEQUENCE public.down;
