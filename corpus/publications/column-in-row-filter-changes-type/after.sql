CREATE TABLE t (id int PRIMARY KEY, kind text, note text);
ALTER TABLE t REPLICA IDENTITY FULL;
CREATE PUBLICATION p FOR TABLE t (id, kind) WHERE (kind = 'a');
