CREATE TYPE kind AS ENUM ('a', 'b');
CREATE TABLE t (id int, k kind, s text, j jsonb, arr int[]);
CREATE INDEX i ON t ((j ->> 'a'));
