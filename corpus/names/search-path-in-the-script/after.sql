CREATE SCHEMA app;
SET search_path = app, public;
CREATE TYPE level AS ENUM ('low', 'mid', 'high');
CREATE TABLE items (id serial PRIMARY KEY, level level DEFAULT 'low' CHECK (level <> 'high'));
CREATE FUNCTION is_high(level) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN $1 = 'high';
CREATE INDEX high_items ON items (id) WHERE is_high(level);
CREATE TABLE public.items (id int, ref int REFERENCES items);
CREATE VIEW public.both_items AS SELECT a.id, b.ref FROM items a JOIN public.items b ON a.id = b.ref;
