BEGIN;

CREATE FUNCTION public.version_cmp(a public.version, b public.version)
  RETURNS integer
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT btint4cmp((a).major * 1000 + (a).minor, (b).major * 1000 + (b).minor) $function$;

CREATE FUNCTION public.version_eq(a public.version, b public.version)
  RETURNS boolean
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT version_cmp(a, b) = 0 $function$;

CREATE FUNCTION public.version_gt(a public.version, b public.version)
  RETURNS boolean
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT version_cmp(a, b) > 0 $function$;

CREATE FUNCTION public.version_lt(a public.version, b public.version)
  RETURNS boolean
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT version_cmp(a, b) < 0 $function$;

CREATE OPERATOR public.< (
  FUNCTION = public.version_lt,
  LEFTARG = public.version,
  RIGHTARG = public.version,
  COMMUTATOR = OPERATOR(public.>)
);

CREATE OPERATOR public.= (
  FUNCTION = public.version_eq,
  LEFTARG = public.version,
  RIGHTARG = public.version,
  COMMUTATOR = OPERATOR(public.=),
  MERGES
);

CREATE OPERATOR public.> (
  FUNCTION = public.version_gt,
  LEFTARG = public.version,
  RIGHTARG = public.version,
  COMMUTATOR = OPERATOR(public.<)
);

CREATE OPERATOR FAMILY public.version_ops USING btree;

CREATE OPERATOR CLASS public.version_ops
  DEFAULT FOR TYPE public.version USING btree AS
  OPERATOR 1 public.<(public.version,public.version),
  OPERATOR 3 public.=(public.version,public.version),
  OPERATOR 5 public.>(public.version,public.version),
  FUNCTION 1 (public.version, public.version) public.version_cmp(public.version,public.version);

ALTER TABLE public.releases ADD CONSTRAINT not_old CHECK (v OPERATOR(public.>) ROW(0, 0)::public.version) NOT VALID;

COMMIT;

-- Reads all of public.releases while others go on reading and writing it.
-- Fails if rows of public.releases break not_old. To find them: SELECT * FROM public.releases WHERE NOT (v OPERATOR(public.>) ROW(0, 0)::public.version)
ALTER TABLE public.releases VALIDATE CONSTRAINT not_old;

-- Reads public.releases twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY releases_v_plumb_new ON public.releases (v);

DROP INDEX CONCURRENTLY public.releases_v;

ALTER INDEX public.releases_v_plumb_new RENAME TO releases_v;

-- down

ALTER TABLE public.releases DROP CONSTRAINT not_old;

DROP INDEX CONCURRENTLY public.releases_v;

DROP OPERATOR CLASS public.version_ops USING btree;

-- Reads public.releases twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY releases_v ON public.releases (v);

BEGIN;

DROP OPERATOR FAMILY public.version_ops USING btree;

DROP OPERATOR public.< (public.version, public.version);

DROP OPERATOR public.= (public.version, public.version);

DROP OPERATOR public.> (public.version, public.version);

DROP FUNCTION public.version_eq(public.version, public.version);

DROP FUNCTION public.version_gt(public.version, public.version);

DROP FUNCTION public.version_lt(public.version, public.version);

DROP FUNCTION public.version_cmp(public.version, public.version);

COMMIT;
