COMMENT ON COLUMN app.pair.b IS 'second';

COMMENT ON COLUMN app.v.x IS 'x of view';

COMMENT ON INDEX app.t_pkey IS 'index of the key';

COMMENT ON AGGREGATE app.agg(integer) IS 'aggregate';

COMMENT ON COLUMN app.t.id IS 'two
lines	and a tab';

COMMENT ON TYPE app.pair IS 'pair';

COMMENT ON CONSTRAINT t_pkey ON app.t IS 'key';

COMMENT ON CONSTRAINT t_r_fkey ON app.t IS 'self';

COMMENT ON CONSTRAINT x_pos ON app.t IS 'x';

COMMENT ON DOMAIN app.pos IS 'pos';

COMMENT ON CONSTRAINT positive ON DOMAIN app.pos IS 'more than nothing';

COMMENT ON TYPE app.mood IS 'mood';

COMMENT ON FUNCTION app.f(integer) IS 'function';

COMMENT ON INDEX app.t_x IS 'index';

COMMENT ON MATERIALIZED VIEW app.m IS 'matview';

COMMENT ON POLICY pol ON app.t IS 'policy';

COMMENT ON PROCEDURE app.p() IS 'procedure';

COMMENT ON RULE r ON app.v IS 'rule';

COMMENT ON SCHEMA app IS 'The application';

COMMENT ON SEQUENCE app.seq IS 'seq';

COMMENT ON STATISTICS app.t_stats IS 'stats';

COMMENT ON TABLE app.t IS E'new: it''s "quoted" \\n';

COMMENT ON TRIGGER trg ON app.t IS 'trigger';

COMMENT ON VIEW app.v IS 'view';

COMMENT ON COLUMN app.t.x IS NULL;

-- down

COMMENT ON COLUMN app.t.x IS 'gone soon';

COMMENT ON TABLE app.t IS 'old';

COMMENT ON COLUMN app.pair.b IS NULL;

COMMENT ON COLUMN app.v.x IS NULL;

COMMENT ON INDEX app.t_pkey IS NULL;

COMMENT ON AGGREGATE app.agg(integer) IS NULL;

COMMENT ON COLUMN app.t.id IS NULL;

COMMENT ON TYPE app.pair IS NULL;

COMMENT ON CONSTRAINT t_pkey ON app.t IS NULL;

COMMENT ON CONSTRAINT t_r_fkey ON app.t IS NULL;

COMMENT ON CONSTRAINT x_pos ON app.t IS NULL;

COMMENT ON DOMAIN app.pos IS NULL;

COMMENT ON CONSTRAINT positive ON DOMAIN app.pos IS NULL;

COMMENT ON TYPE app.mood IS NULL;

COMMENT ON FUNCTION app.f(integer) IS NULL;

COMMENT ON INDEX app.t_x IS NULL;

COMMENT ON MATERIALIZED VIEW app.m IS NULL;

COMMENT ON POLICY pol ON app.t IS NULL;

COMMENT ON PROCEDURE app.p() IS NULL;

COMMENT ON RULE r ON app.v IS NULL;

COMMENT ON SCHEMA app IS NULL;

COMMENT ON SEQUENCE app.seq IS NULL;

COMMENT ON STATISTICS app.t_stats IS NULL;

COMMENT ON TRIGGER trg ON app.t IS NULL;

COMMENT ON VIEW app.v IS NULL;
