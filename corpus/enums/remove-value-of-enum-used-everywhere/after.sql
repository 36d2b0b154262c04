CREATE TYPE kind AS ENUM ('a', 'b');
CREATE DOMAIN good_kind AS kind NOT NULL DEFAULT 'a' CHECK (VALUE <> 'b');
CREATE TYPE tagged AS (kind kind, label text);
CREATE TABLE things (
  id int PRIMARY KEY, kind kind NOT NULL DEFAULT 'a', kinds kind[] NOT NULL DEFAULT ARRAY['a', 'b']::kind[], tag tagged,
  is_a boolean GENERATED ALWAYS AS (kind = 'a') STORED, CONSTRAINT no_b CHECK (kind <> 'b' OR id > 10));
CREATE UNIQUE INDEX things_kind ON things (kind, id) INCLUDE (kinds) WHERE kind = 'a';
CREATE FUNCTION kinds_of(k kind DEFAULT 'b') RETURNS SETOF things LANGUAGE sql STABLE AS $$ SELECT * FROM things WHERE kind = k $$;
CREATE VIEW a_things AS SELECT id, kind, kinds FROM things WHERE kind IN ('a', 'b');
ALTER TABLE things ENABLE ROW LEVEL SECURITY;
CREATE POLICY only_a ON things USING (kind = 'a');
