CREATE TYPE kind AS ENUM ('a', 'b', 'c');
CREATE TABLE t (id int, k kind, s text, j jsonb, arr int[]);
CREATE INDEX i ON t (((j -> 'a') ->> 'b'), (arr[1])) WHERE k = 'a' AND s IN ('x', 'y');
CREATE UNIQUE INDEX one_open ON t ((true)) WHERE k = 'b';
CREATE INDEX parts ON t (date_part('year', timestamp '2024-01-01'), coalesce(s, ''), (id::bigint));
