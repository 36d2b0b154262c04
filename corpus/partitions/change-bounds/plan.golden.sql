BEGIN;

ALTER TABLE public.t DETACH PARTITION public.t_a;

ALTER TABLE public.t DETACH PARTITION public.t_b;

ALTER TABLE public.t DETACH PARTITION public.t_rest;

-- The migration fails where the default partition of public.t holds rows that belong into public.t_a. Move them first.
ALTER TABLE public.t ATTACH PARTITION public.t_a FOR VALUES IN ('a', 'c');

-- The migration fails where the default partition of public.t holds rows that belong into public.t_b. Move them first.
ALTER TABLE public.t ATTACH PARTITION public.t_b FOR VALUES IN ('b');

-- The migration fails where the default partition of public.t holds rows that belong into public.t_rest. Move them first.
ALTER TABLE public.t ATTACH PARTITION public.t_rest FOR VALUES IN ('z', NULL);

COMMIT;

ALTER TABLE public.h DETACH PARTITION public.h_0 CONCURRENTLY;

BEGIN;

ALTER TABLE public.h_0 DROP CONSTRAINT IF EXISTS h_0_id_check;

ALTER TABLE public.h ATTACH PARTITION public.h_0 FOR VALUES WITH (modulus 4, remainder 2);

COMMIT;

-- down

BEGIN;

ALTER TABLE public.t DETACH PARTITION public.t_a;

ALTER TABLE public.t DETACH PARTITION public.t_b;

ALTER TABLE public.t DETACH PARTITION public.t_rest;

-- The migration fails where the default partition of public.t holds rows that belong into public.t_a. Move them first.
ALTER TABLE public.t ATTACH PARTITION public.t_a FOR VALUES IN ('a');

-- The migration fails where the default partition of public.t holds rows that belong into public.t_b. Move them first.
ALTER TABLE public.t ATTACH PARTITION public.t_b FOR VALUES IN ('b', 'c');

ALTER TABLE public.t ATTACH PARTITION public.t_rest DEFAULT;

COMMIT;

ALTER TABLE public.h DETACH PARTITION public.h_0 CONCURRENTLY;

BEGIN;

ALTER TABLE public.h_0 DROP CONSTRAINT IF EXISTS h_0_id_check;

ALTER TABLE public.h ATTACH PARTITION public.h_0 FOR VALUES WITH (modulus 2, remainder 0);

COMMIT;
