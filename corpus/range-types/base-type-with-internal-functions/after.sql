CREATE TYPE cents;
CREATE FUNCTION cents_in(cstring) RETURNS cents LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION cents_out(cents) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE TYPE cents (INPUT = cents_in, OUTPUT = cents_out, LIKE = int4, CATEGORY = 'N', DEFAULT = '0');
CREATE CAST (cents AS int4) WITHOUT FUNCTION AS IMPLICIT;
CREATE TABLE t (id int PRIMARY KEY, price cents);
