CREATE TABLE numbers (g int, n int);

CREATE VIEW groups AS SELECT g, sum(n) AS result FROM numbers GROUP BY g;
