CREATE DOMAIN code AS text CONSTRAINT code_not_empty CHECK (VALUE <> '');
COMMENT ON CONSTRAINT code_not_empty ON DOMAIN code IS 'Not empty';
COMMENT ON DOMAIN code IS 'A code';
