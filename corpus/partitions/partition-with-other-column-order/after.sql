CREATE TABLE t (a int, b text, c date, d int) PARTITION BY RANGE (c);
CREATE TABLE old (gone int, c date, b text, a int, d int);
ALTER TABLE old DROP COLUMN gone;
CREATE INDEX t_b ON t (b, a);
ALTER TABLE t ATTACH PARTITION old DEFAULT;
