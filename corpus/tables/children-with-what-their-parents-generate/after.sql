CREATE TABLE parents (a int, b int GENERATED ALWAYS AS (a * 2) STORED, n int);
CREATE TABLE children (a int, b int GENERATED ALWAYS AS (a * 2) STORED, n int GENERATED ALWAYS AS IDENTITY);
ALTER TABLE children INHERIT parents;
