CREATE FUNCTION my_rank() RETURNS bigint LANGUAGE internal WINDOW AS 'window_rank';
CREATE FUNCTION abs_int(int) RETURNS int LANGUAGE internal IMMUTABLE STRICT AS 'int4abs';
