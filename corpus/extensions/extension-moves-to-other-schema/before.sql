CREATE SCHEMA ext;

CREATE EXTENSION ltree;
CREATE EXTENSION pg_trgm;
CREATE TABLE nodes (id int PRIMARY KEY, path ltree NOT NULL, name text);
CREATE INDEX nodes_path ON nodes USING gist (path);
CREATE INDEX nodes_name ON nodes USING gist (name gist_trgm_ops (siglen = 32));
CREATE VIEW roots AS SELECT id FROM nodes WHERE nlevel(path) = 1;
