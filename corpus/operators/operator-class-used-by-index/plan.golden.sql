BEGIN;

CREATE OPERATOR public.<| (
  FUNCTION = public.abs_lt,
  LEFTARG = integer,
  RIGHTARG = integer,
  COMMUTATOR = OPERATOR(public.|>)
);

CREATE OPERATOR public.=| (
  FUNCTION = public.abs_eq,
  LEFTARG = integer,
  RIGHTARG = integer,
  COMMUTATOR = OPERATOR(public.=|)
);

CREATE OPERATOR public.|> (
  FUNCTION = public.abs_gt,
  LEFTARG = integer,
  RIGHTARG = integer,
  COMMUTATOR = OPERATOR(public.<|)
);

CREATE OPERATOR FAMILY public.abs_ops USING btree;

CREATE OPERATOR CLASS public.abs_ops
  FOR TYPE integer USING btree AS
  OPERATOR 1 public.<|(integer,integer),
  OPERATOR 3 public.=|(integer,integer),
  OPERATOR 5 public.|>(integer,integer),
  FUNCTION 1 (integer, integer) public.cmp_abs(integer,integer);

COMMENT ON OPERATOR CLASS public.abs_ops USING btree IS 'Without sign';

COMMIT;

-- Reads public.t twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY t_n_plumb_new ON public.t (n public.abs_ops DESC);

DROP INDEX CONCURRENTLY public.t_n;

ALTER INDEX public.t_n_plumb_new RENAME TO t_n;

-- down

-- Reads public.t twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY t_n_plumb_new ON public.t (n);

DROP INDEX CONCURRENTLY public.t_n;

BEGIN;

ALTER INDEX public.t_n_plumb_new RENAME TO t_n;

DROP OPERATOR CLASS public.abs_ops USING btree;

DROP OPERATOR FAMILY public.abs_ops USING btree;

DROP OPERATOR public.<| (integer, integer);

DROP OPERATOR public.=| (integer, integer);

DROP OPERATOR public.|> (integer, integer);

COMMIT;
