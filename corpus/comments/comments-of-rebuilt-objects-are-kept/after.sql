CREATE TABLE t (id int CONSTRAINT t_pkey PRIMARY KEY, code text CONSTRAINT code_long CHECK (length(code) > 2));
CREATE UNIQUE INDEX t_code ON t (lower(code));
CREATE VIEW v AS SELECT code, id FROM t;
COMMENT ON COLUMN t.code IS 'The code';
COMMENT ON CONSTRAINT code_long ON t IS 'Not too short';
COMMENT ON INDEX t_code IS 'No code twice';
COMMENT ON VIEW v IS 'All codes';
COMMENT ON COLUMN v.code IS 'Still the code';
