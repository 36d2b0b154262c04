CREATE TABLE t (a int, b int);
CREATE INDEX idx_t_a ON t (a);
CREATE UNIQUE INDEX idx_t_b ON t (b) WHERE a > 0;
COMMENT ON INDEX idx_t_a IS 'for the list';
