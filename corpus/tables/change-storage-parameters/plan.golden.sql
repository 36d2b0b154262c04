ALTER TABLE public.events RESET (autovacuum_vacuum_scale_factor);

ALTER TABLE public.events SET (fillfactor = 70, parallel_workers = 4, user_catalog_table = 'true');

ALTER TABLE public.jobs RESET (autovacuum_enabled, toast.autovacuum_enabled);

ALTER TABLE public.jobs SET (autovacuum_freeze_max_age = 300000000, toast.vacuum_truncate = 'false');

ALTER TABLE public.plain SET (toast_tuple_target = 256);

-- down

ALTER TABLE public.events RESET (parallel_workers, user_catalog_table);

ALTER TABLE public.events SET (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.05);

ALTER TABLE public.jobs RESET (autovacuum_freeze_max_age, toast.vacuum_truncate);

ALTER TABLE public.jobs SET (autovacuum_enabled = 'false', toast.autovacuum_enabled = 'false');

ALTER TABLE public.plain RESET (toast_tuple_target);
