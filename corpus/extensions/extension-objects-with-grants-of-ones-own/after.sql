CREATE EXTENSION pg_stat_statements;
CREATE EXTENSION pgcrypto;

REVOKE SELECT ON pg_stat_statements FROM PUBLIC;
GRANT SELECT ON pg_stat_statements TO reader;
REVOKE EXECUTE ON FUNCTION gen_salt(text) FROM PUBLIC;
