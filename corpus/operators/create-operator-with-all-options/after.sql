CREATE TYPE v2 AS (x int, y int);
CREATE FUNCTION v2_eq(a v2, b v2) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT a.x = b.x AND a.y = b.y $$;
CREATE FUNCTION v2_ne(a v2, b v2) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT a.x <> b.x OR a.y <> b.y $$;
CREATE FUNCTION v2_neg(a v2) RETURNS v2 LANGUAGE sql IMMUTABLE AS $$ SELECT -a.x, -a.y $$;
CREATE OPERATOR === (FUNCTION = v2_eq, LEFTARG = v2, RIGHTARG = v2, COMMUTATOR = ===, NEGATOR = !==, RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES);
CREATE OPERATOR !== (FUNCTION = v2_ne, LEFTARG = v2, RIGHTARG = v2, COMMUTATOR = !==, NEGATOR = ===, RESTRICT = neqsel, JOIN = neqjoinsel);
CREATE OPERATOR -! (FUNCTION = v2_neg, RIGHTARG = v2);
COMMENT ON OPERATOR === (v2, v2) IS 'Same vector';
COMMENT ON OPERATOR -! (NONE, v2) IS 'Opposite';
