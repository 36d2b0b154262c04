CREATE FUNCTION public.v2_eq(a public.v2, b public.v2)
  RETURNS boolean
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT a.x = b.x AND a.y = b.y $function$;

CREATE FUNCTION public.v2_ne(a public.v2, b public.v2)
  RETURNS boolean
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT a.x <> b.x OR a.y <> b.y $function$;

CREATE FUNCTION public.v2_neg(a public.v2)
  RETURNS public.v2
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT -a.x, -a.y $function$;

CREATE OPERATOR public.!== (
  FUNCTION = public.v2_ne,
  LEFTARG = public.v2,
  RIGHTARG = public.v2,
  COMMUTATOR = OPERATOR(public.!==),
  NEGATOR = OPERATOR(public.===),
  RESTRICT = neqsel,
  JOIN = neqjoinsel
);

CREATE OPERATOR public.-! (
  FUNCTION = public.v2_neg,
  RIGHTARG = public.v2
);

CREATE OPERATOR public.=== (
  FUNCTION = public.v2_eq,
  LEFTARG = public.v2,
  RIGHTARG = public.v2,
  COMMUTATOR = OPERATOR(public.===),
  NEGATOR = OPERATOR(public.!==),
  RESTRICT = eqsel,
  JOIN = eqjoinsel,
  HASHES,
  MERGES
);

COMMENT ON OPERATOR public.-! (NONE, public.v2) IS 'Opposite';

COMMENT ON OPERATOR public.=== (public.v2, public.v2) IS 'Same vector';

-- down

DROP OPERATOR public.!== (public.v2, public.v2);

DROP OPERATOR public.-! (NONE, public.v2);

DROP OPERATOR public.=== (public.v2, public.v2);

DROP FUNCTION public.v2_eq(public.v2, public.v2);

DROP FUNCTION public.v2_ne(public.v2, public.v2);

DROP FUNCTION public.v2_neg(public.v2);
