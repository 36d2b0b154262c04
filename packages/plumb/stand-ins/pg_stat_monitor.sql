-- control: relocatable = false
CREATE FUNCTION pg_stat_monitor_reset() RETURNS void LANGUAGE sql AS '';
CREATE VIEW pg_stat_monitor AS SELECT 0::bigint AS bucket, NULL::timestamptz AS bucket_start_time, NULL::oid AS userid, NULL::oid AS dbid, NULL::text AS queryid, NULL::text AS query, 0::bigint AS calls, 0::float8 AS total_exec_time WHERE false;
