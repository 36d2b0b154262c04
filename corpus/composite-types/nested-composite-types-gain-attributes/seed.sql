INSERT INTO t VALUES (1, ROW(ROW(1), ARRAY[ROW(2)::inner_t])::outer_t);
