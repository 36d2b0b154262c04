CREATE TABLE t (id int CONSTRAINT t_pkey PRIMARY KEY, code varchar(5) CONSTRAINT code_long CHECK (length(code) > 1));
CREATE UNIQUE INDEX t_code ON t (code);
CREATE VIEW v AS SELECT id, code FROM t;
COMMENT ON COLUMN t.code IS 'The code';
COMMENT ON CONSTRAINT code_long ON t IS 'Not too short';
COMMENT ON INDEX t_code IS 'No code twice';
COMMENT ON VIEW v IS 'All codes';
COMMENT ON COLUMN v.code IS 'Still the code';
