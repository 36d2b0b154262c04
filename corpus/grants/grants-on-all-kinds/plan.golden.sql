GRANT USAGE ON SEQUENCE app.t_x_seq TO writer;

GRANT USAGE ON TYPE app.pos TO writer WITH GRANT OPTION;

-- PUBLIC loses USAGE on TYPE app.mood.
REVOKE USAGE ON TYPE app.mood FROM PUBLIC;

GRANT SELECT ON TABLE app.ft TO reader;

-- PUBLIC loses EXECUTE on FUNCTION app.f(integer).
REVOKE EXECUTE ON FUNCTION app.f(integer) FROM PUBLIC;

GRANT SELECT ON TABLE app.m TO reader;

GRANT EXECUTE ON PROCEDURE app.p() TO writer;

GRANT ALL ON SCHEMA app TO writer;

GRANT SELECT, UPDATE ON SEQUENCE app.seq TO writer;

GRANT USAGE ON SEQUENCE app.t_id_seq TO writer;

GRANT USAGE ON FOREIGN SERVER s TO writer;

GRANT SELECT ON TABLE app.v TO reader;

GRANT USAGE ON FOREIGN DATA WRAPPER postgres_fdw TO writer;

REVOKE USAGE ON LANGUAGE sql FROM PUBLIC;

-- anon loses USAGE on SCHEMA app.
REVOKE USAGE ON SCHEMA app FROM anon;

-- anon loses USAGE on SEQUENCE app.seq.
REVOKE USAGE ON SEQUENCE app.seq FROM anon;

-- down

GRANT USAGE ON SCHEMA app TO anon;

GRANT USAGE ON SEQUENCE app.seq TO anon;

REVOKE USAGE ON FOREIGN DATA WRAPPER postgres_fdw FROM writer;

GRANT USAGE ON LANGUAGE sql TO PUBLIC;

-- writer loses USAGE on SEQUENCE app.t_x_seq.
REVOKE USAGE ON SEQUENCE app.t_x_seq FROM writer;

-- writer loses USAGE on TYPE app.pos.
REVOKE USAGE ON TYPE app.pos FROM writer;

GRANT USAGE ON TYPE app.mood TO PUBLIC;

-- reader loses SELECT on TABLE app.ft.
REVOKE SELECT ON TABLE app.ft FROM reader;

GRANT EXECUTE ON FUNCTION app.f(integer) TO PUBLIC;

-- reader loses SELECT on TABLE app.m.
REVOKE SELECT ON TABLE app.m FROM reader;

-- writer loses EXECUTE on PROCEDURE app.p().
REVOKE EXECUTE ON PROCEDURE app.p() FROM writer;

-- writer loses USAGE, CREATE on SCHEMA app.
REVOKE ALL ON SCHEMA app FROM writer;

-- writer loses SELECT, UPDATE on SEQUENCE app.seq.
REVOKE SELECT, UPDATE ON SEQUENCE app.seq FROM writer;

-- writer loses USAGE on SEQUENCE app.t_id_seq.
REVOKE USAGE ON SEQUENCE app.t_id_seq FROM writer;

-- writer loses USAGE on FOREIGN SERVER s.
REVOKE USAGE ON FOREIGN SERVER s FROM writer;

-- reader loses SELECT on TABLE app.v.
REVOKE SELECT ON TABLE app.v FROM reader;
