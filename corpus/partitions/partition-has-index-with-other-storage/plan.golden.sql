ALTER INDEX public.t_2_id_idx RENAME TO special;

BEGIN;

ALTER TABLE public.t_1 SET (fillfactor = 60);

ALTER INDEX public.t_1_id_idx SET (fillfactor = 50);

COMMENT ON INDEX public.special IS 'a name of its own';

COMMIT;

-- down

BEGIN;

ALTER TABLE public.t_1 RESET (fillfactor);

ALTER INDEX public.t_1_id_idx RESET (fillfactor);

COMMENT ON INDEX public.special IS NULL;

COMMIT;

ALTER INDEX public.special RENAME TO t_2_id_idx;
