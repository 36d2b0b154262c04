CREATE TABLE docs (id int PRIMARY KEY, body text);

CREATE MATERIALIZED VIEW bodies WITH (fillfactor = 70) AS SELECT id, body FROM docs;
