CREATE TABLE t (a int, b text);
CREATE INDEX i ON t (a, lower(b), (a % 10));
ALTER INDEX i ALTER COLUMN 2 SET STATISTICS 500;
CREATE INDEX j ON t ((a + 1));
