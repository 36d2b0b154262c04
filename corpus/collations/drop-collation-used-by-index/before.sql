CREATE COLLATION "Num" (provider = icu, locale = 'en-u-kn-true');
CREATE TABLE t (id int PRIMARY KEY, code text);
CREATE INDEX t_code ON t (code COLLATE "Num", id);
CREATE VIEW v AS SELECT code FROM t ORDER BY code COLLATE "Num";
