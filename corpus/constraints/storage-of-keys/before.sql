CREATE TABLE t (id int PRIMARY KEY WITH (fillfactor = 70), code text UNIQUE, tag text UNIQUE WITH (deduplicate_items = off));
