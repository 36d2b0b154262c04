CREATE FUNCTION cmp_abs(a int, b int) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT sign(abs(a) - abs(b))::int $$;
CREATE FUNCTION abs_lt(a int, b int) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT abs(a) < abs(b) $$;
CREATE FUNCTION abs_eq(a int, b int) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT abs(a) = abs(b) $$;
CREATE FUNCTION abs_gt(a int, b int) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT abs(a) > abs(b) $$;
CREATE TABLE t (id int PRIMARY KEY, n int);

CREATE OPERATOR <| (FUNCTION = abs_lt, LEFTARG = int, RIGHTARG = int, COMMUTATOR = |>);
CREATE OPERATOR =| (FUNCTION = abs_eq, LEFTARG = int, RIGHTARG = int, COMMUTATOR = =|);
CREATE OPERATOR |> (FUNCTION = abs_gt, LEFTARG = int, RIGHTARG = int, COMMUTATOR = <|);
CREATE OPERATOR CLASS abs_ops FOR TYPE int USING btree AS OPERATOR 1 <|, OPERATOR 3 =|, OPERATOR 5 |>, FUNCTION 1 cmp_abs(int, int);
COMMENT ON OPERATOR CLASS abs_ops USING btree IS 'Without sign';
CREATE INDEX t_n ON t (n abs_ops DESC);
