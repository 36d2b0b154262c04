CREATE EXTENSION pg_trgm;
CREATE SCHEMA ext;
CREATE EXTENSION btree_gin SCHEMA ext;
CREATE TABLE names (id int PRIMARY KEY, name text);
CREATE INDEX names_trgm ON names USING gin (name gin_trgm_ops);
CREATE INDEX names_trgm_gist ON names USING gist (name gist_trgm_ops (siglen = 64));
CREATE INDEX names_mixed ON names USING gin (id, lower(name) gin_trgm_ops) WITH (fastupdate = off);
