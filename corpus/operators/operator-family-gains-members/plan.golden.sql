ALTER OPERATOR FAMILY public.nums USING hash ADD
  OPERATOR 1 =(smallint,integer),
  FUNCTION 1 (integer, integer) public.my_hash(integer),
  FUNCTION 1 (smallint, smallint) hashint2(smallint);

CREATE OPERATOR CLASS public.nums4
  FOR TYPE integer USING hash FAMILY public.nums AS
  OPERATOR 1 =(integer,integer);

ALTER OPERATOR CLASS public.nums4 USING hash OWNER TO app_owner;

COMMENT ON OPERATOR FAMILY public.nums USING hash IS 'Whole numbers';

-- down

COMMENT ON OPERATOR FAMILY public.nums USING hash IS NULL;

DROP OPERATOR CLASS public.nums4 USING hash;

ALTER OPERATOR FAMILY public.nums USING hash DROP
  OPERATOR 1 (smallint, integer),
  FUNCTION 1 (integer, integer),
  FUNCTION 1 (smallint, smallint);
