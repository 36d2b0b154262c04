CREATE TABLE t (a int, b text, c date) PARTITION BY RANGE (c);
CREATE TABLE old (gone int, c date, b text, a int);
ALTER TABLE old DROP COLUMN gone;
ALTER TABLE t ATTACH PARTITION old DEFAULT;
