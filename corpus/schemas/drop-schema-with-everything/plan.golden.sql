ALTER TABLE old.a DROP CONSTRAINT a_b_fkey;

ALTER TABLE old.b DROP CONSTRAINT b_a_fkey;

ALTER TABLE old.a DROP CONSTRAINT a_pkey;

ALTER TABLE old.b DROP CONSTRAINT b_pkey;

DROP VIEW public.v;

DROP VIEW old.v;

-- The table old.a is dropped with all of its rows.
DROP TABLE old.a;

DROP FUNCTION old.next();

-- The table old.b is dropped with all of its rows.
DROP TABLE old.b;

-- Where the sequence old.numbers stands is forgotten: it begins anew when it is made again.
DROP SEQUENCE old.numbers;

DROP TYPE old.mood;

DROP SCHEMA old;

-- down

CREATE SCHEMA old;

CREATE TYPE old.mood AS ENUM (
  'a',
  'b'
);

CREATE SEQUENCE old.numbers;

CREATE TABLE old.b (
  id integer NOT NULL,
  a bigint
);

CREATE FUNCTION old.next()
  RETURNS bigint
  LANGUAGE sql
AS $function$ SELECT nextval('old.numbers') $function$;

CREATE TABLE old.a (
  id bigint NOT NULL DEFAULT old.next(),
  m old.mood,
  u integer,
  b integer,
  CONSTRAINT a_u_fkey FOREIGN KEY (u) REFERENCES public.users (id)
);

CREATE VIEW old.v AS
SELECT a.id,
    b.id AS b
   FROM (old.a
     JOIN old.b ON ((a.id = b.a)));

CREATE VIEW public.v AS
SELECT id
   FROM old.v;

ALTER TABLE old.a ADD CONSTRAINT a_pkey PRIMARY KEY (id);

ALTER TABLE old.b ADD CONSTRAINT b_a_fkey FOREIGN KEY (a) REFERENCES old.a (id);

ALTER TABLE old.b ADD CONSTRAINT b_pkey PRIMARY KEY (id);

ALTER TABLE old.a ADD CONSTRAINT a_b_fkey FOREIGN KEY (b) REFERENCES old.b (id);
