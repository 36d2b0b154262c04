CREATE TABLE t (id int PRIMARY KEY, code text);
CREATE INDEX t_code ON t (code COLLATE "C", id);
CREATE VIEW v AS SELECT code FROM t ORDER BY code COLLATE "C";
