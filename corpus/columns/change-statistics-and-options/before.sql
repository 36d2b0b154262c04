CREATE TABLE visits (id int PRIMARY KEY, page text, at timestamptz, who int);
ALTER TABLE visits ALTER page SET STATISTICS 500, ALTER who SET STATISTICS 0, ALTER who SET (n_distinct = -0.5);
