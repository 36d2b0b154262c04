CREATE TABLE t (id int PRIMARY KEY, x int);
ALTER TABLE t OWNER TO app_owner;

GRANT SELECT ON t TO reader;
