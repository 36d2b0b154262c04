CREATE TABLE a (id int PRIMARY KEY, x int, y int);
CREATE VIEW v AS SELECT x FROM a;

COMMENT ON TABLE a IS 'two 🐘 ünïcode';
COMMENT ON COLUMN a.y IS 'yy';
COMMENT ON COLUMN v.x IS 'x of v';
