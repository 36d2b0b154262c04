CREATE TABLE t (id int PRIMARY KEY);

GRANT SELECT ON t TO "Report User", pg_monitor;
GRANT INSERT ON t TO "Report User";
