CREATE DOMAIN email AS text CONSTRAINT has_at CHECK (VALUE LIKE '%@%') CONSTRAINT short CHECK (length(VALUE) < 200);
COMMENT ON CONSTRAINT has_at ON DOMAIN email IS 'Roughly';
CREATE TABLE users (id int PRIMARY KEY, email email NOT NULL);
