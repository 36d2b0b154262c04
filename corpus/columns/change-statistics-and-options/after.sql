CREATE TABLE visits (id int PRIMARY KEY, page text, at timestamptz, who int);
ALTER TABLE visits ALTER at SET STATISTICS 1000, ALTER who SET STATISTICS 50, ALTER page SET (n_distinct = 100, n_distinct_inherited = 200);
