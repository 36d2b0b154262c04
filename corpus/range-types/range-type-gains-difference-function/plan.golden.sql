ALTER FUNCTION public.floatrange(double precision, double precision) RENAME TO floatrange_plumb_old;

ALTER FUNCTION public.floatrange(double precision, double precision, text) RENAME TO floatrange_plumb_old;

ALTER FUNCTION public.floatmultirange() RENAME TO floatrange_plumb_old;

ALTER FUNCTION public.floatmultirange(public.floatrange) RENAME TO floatrange_plumb_old;

ALTER FUNCTION public.floatmultirange(public.floatrange[]) RENAME TO floatrange_plumb_old;

ALTER TYPE public.floatmultirange RENAME TO floatrange_plumb_old_m;

ALTER TYPE public.floatrange RENAME TO floatrange_plumb_old;

CREATE TYPE public.floatrange AS RANGE (
  SUBTYPE = double precision,
  SUBTYPE_DIFF = public.float_diff,
  MULTIRANGE_TYPE_NAME = public.floatmultirange
);

-- public.t is written anew while nobody can read or write it: m moves to the new type public.floatmultirange.
ALTER TABLE public.t ALTER COLUMN m TYPE public.floatmultirange USING m::text::public.floatmultirange;

-- public.t is written anew while nobody can read or write it: r moves to the new type public.floatrange.
ALTER TABLE public.t ALTER COLUMN r TYPE public.floatrange USING r::text::public.floatrange;

DROP TYPE public.floatrange_plumb_old;

-- down

ALTER FUNCTION public.floatrange(double precision, double precision) RENAME TO floatrange_plumb_old;

ALTER FUNCTION public.floatrange(double precision, double precision, text) RENAME TO floatrange_plumb_old;

ALTER FUNCTION public.floatmultirange() RENAME TO floatrange_plumb_old;

ALTER FUNCTION public.floatmultirange(public.floatrange) RENAME TO floatrange_plumb_old;

ALTER FUNCTION public.floatmultirange(public.floatrange[]) RENAME TO floatrange_plumb_old;

ALTER TYPE public.floatmultirange RENAME TO floatrange_plumb_old_m;

ALTER TYPE public.floatrange RENAME TO floatrange_plumb_old;

CREATE TYPE public.floatrange AS RANGE (
  SUBTYPE = double precision,
  MULTIRANGE_TYPE_NAME = public.floatmultirange
);

-- public.t is written anew while nobody can read or write it: m moves to the new type public.floatmultirange.
ALTER TABLE public.t ALTER COLUMN m TYPE public.floatmultirange USING m::text::public.floatmultirange;

-- public.t is written anew while nobody can read or write it: r moves to the new type public.floatrange.
ALTER TABLE public.t ALTER COLUMN r TYPE public.floatrange USING r::text::public.floatrange;

DROP TYPE public.floatrange_plumb_old;
