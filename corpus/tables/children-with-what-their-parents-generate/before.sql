CREATE TABLE parents (a int, b int GENERATED ALWAYS AS (a * 2) STORED, n int);
