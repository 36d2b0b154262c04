CREATE TABLE text (id int PRIMARY KEY, "int" int, "timestamp" timestamp, "user" text DEFAULT CURRENT_USER);
CREATE FUNCTION public.lower(pg_catalog.text) RETURNS pg_catalog.text LANGUAGE sql IMMUTABLE RETURN 'mine';
CREATE FUNCTION public.now() RETURNS timestamptz LANGUAGE sql STABLE RETURN '2000-01-01Z'::timestamptz;
CREATE TYPE public.date AS (y int, m int);
CREATE TABLE pg_stuff (id int, low pg_catalog.text DEFAULT public.lower('X'), low2 pg_catalog.text DEFAULT lower('X'), at timestamptz DEFAULT public.now(), d public.date, e pg_catalog.date);
CREATE INDEX pg_stuff_low ON pg_stuff (public.lower(low), lower(low2));
