CREATE OPERATOR FAMILY public.pair_ops USING btree;

CREATE OPERATOR CLASS public.pair_ops
  FOR TYPE integer USING btree AS
  STORAGE integer;

-- down

DROP OPERATOR CLASS public.pair_ops USING btree;

DROP OPERATOR FAMILY public.pair_ops USING btree;
