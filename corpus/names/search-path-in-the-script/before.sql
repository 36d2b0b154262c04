CREATE SCHEMA app;
SET search_path = app, public;
CREATE TYPE level AS ENUM ('low', 'high');
CREATE TABLE items (id serial PRIMARY KEY, level level DEFAULT 'low');
CREATE FUNCTION is_high(level) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN $1 = 'high';
CREATE TABLE public.items (id int);
