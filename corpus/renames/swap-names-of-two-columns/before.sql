CREATE TABLE points (id int PRIMARY KEY, x int DEFAULT 1, y int DEFAULT 2, CHECK (x < y));
CREATE INDEX points_x ON points (x) INCLUDE (y);
