CREATE EXTENSION pg_stat_statements;
CREATE EXTENSION pgcrypto;

GRANT SELECT ON pg_stat_statements TO anon;
