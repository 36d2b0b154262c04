CREATE DOMAIN code AS text CONSTRAINT code_check CHECK (VALUE <> '');
COMMENT ON CONSTRAINT code_check ON DOMAIN code IS 'Not empty';
