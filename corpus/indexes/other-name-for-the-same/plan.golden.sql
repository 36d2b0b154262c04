ALTER INDEX public.idx_t_a RENAME TO t_a_idx;

ALTER INDEX public.idx_t_b RENAME TO t_b_idx;

-- down

ALTER INDEX public.t_b_idx RENAME TO idx_t_b;

ALTER INDEX public.t_a_idx RENAME TO idx_t_a;
