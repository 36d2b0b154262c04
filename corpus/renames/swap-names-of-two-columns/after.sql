CREATE TABLE points (id int PRIMARY KEY, y int DEFAULT 1, x int DEFAULT 2, CHECK (y < x));
CREATE INDEX points_x ON points (y) INCLUDE (x);
