CREATE SCHEMA api;
CREATE TABLE events (id bigint PRIMARY KEY, kind text NOT NULL, source text, at timestamptz NOT NULL);

CREATE VIEW recent AS SELECT id, kind, at FROM events WHERE at > '2024-01-01';
CREATE VIEW recent_errors AS SELECT id, at FROM recent WHERE kind = 'error';
CREATE VIEW api.errors WITH (security_barrier = true) AS SELECT id, at::date AS day FROM recent_errors;
CREATE VIEW api.error_days AS SELECT day, count(*) AS n FROM api.errors GROUP BY day;
COMMENT ON VIEW recent_errors IS 'Errors of this year';
COMMENT ON COLUMN api.error_days.n IS 'How many';
GRANT USAGE ON SCHEMA api TO reader;
GRANT SELECT ON api.errors, api.error_days TO reader WITH GRANT OPTION;
ALTER VIEW api.error_days OWNER TO app_owner;
