CREATE TABLE kept (id int PRIMARY KEY, old int, n bigint);
CREATE PUBLICATION pub FOR TABLE kept;
