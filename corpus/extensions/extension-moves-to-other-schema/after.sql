CREATE SCHEMA ext;

CREATE EXTENSION ltree SCHEMA ext;
CREATE EXTENSION pg_trgm SCHEMA ext;
CREATE TABLE nodes (id int PRIMARY KEY, path ext.ltree NOT NULL, name text);
CREATE INDEX nodes_path ON nodes USING gist (path ext.gist_ltree_ops);
CREATE INDEX nodes_name ON nodes USING gist (name ext.gist_trgm_ops (siglen = 32));
CREATE VIEW roots AS SELECT id FROM nodes WHERE ext.nlevel(path) = 1;
