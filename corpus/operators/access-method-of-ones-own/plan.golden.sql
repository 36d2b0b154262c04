CREATE ACCESS METHOD mytree TYPE INDEX HANDLER bthandler;

CREATE OPERATOR FAMILY public.mytree_int USING mytree;

CREATE OPERATOR CLASS public.mytree_int
  DEFAULT FOR TYPE integer USING mytree AS
  OPERATOR 1 <(integer,integer),
  OPERATOR 2 <=(integer,integer),
  OPERATOR 3 =(integer,integer),
  OPERATOR 4 >=(integer,integer),
  OPERATOR 5 >(integer,integer),
  FUNCTION 1 (integer, integer) btint4cmp(integer,integer);

COMMENT ON ACCESS METHOD mytree IS 'Another name for a b-tree';

-- down

DROP OPERATOR CLASS public.mytree_int USING mytree;

DROP OPERATOR FAMILY public.mytree_int USING mytree;

DROP ACCESS METHOD mytree;
