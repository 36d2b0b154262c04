CREATE FUNCTION hypopg_reset() RETURNS void LANGUAGE sql AS '';
CREATE FUNCTION hypopg_create_index(sql_order text, OUT indexrelid oid, OUT indexname text) RETURNS SETOF record LANGUAGE sql STRICT BEGIN ATOMIC SELECT 0::oid, ''::text WHERE false; END;
CREATE FUNCTION hypopg_drop_index(indexid oid) RETURNS boolean LANGUAGE sql STRICT RETURN true;
CREATE FUNCTION hypopg(OUT indexname text, OUT indexrelid oid, OUT indrelid oid, OUT innatts integer, OUT indisunique boolean, OUT amid oid) RETURNS SETOF record LANGUAGE sql BEGIN ATOMIC SELECT ''::text, 0::oid, 0::oid, 0, false, 0::oid WHERE false; END;
