ALTER TABLE public.live DETACH PARTITION public.y2023 CONCURRENTLY;

BEGIN;

ALTER TABLE public.y2023 DROP CONSTRAINT IF EXISTS y2023_at_check;

ALTER TABLE public.y2023 RENAME CONSTRAINT live_id_not_null TO archive_id_not_null;

ALTER TABLE public.y2023 RENAME CONSTRAINT live_at_not_null TO archive_at_not_null;

ALTER TABLE public.archive ATTACH PARTITION public.y2023 FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');

COMMIT;

-- down

ALTER TABLE public.archive DETACH PARTITION public.y2023 CONCURRENTLY;

BEGIN;

ALTER TABLE public.y2023 DROP CONSTRAINT IF EXISTS y2023_at_check;

ALTER TABLE public.y2023 RENAME CONSTRAINT archive_id_not_null TO live_id_not_null;

ALTER TABLE public.y2023 RENAME CONSTRAINT archive_at_not_null TO live_at_not_null;

ALTER TABLE public.live ATTACH PARTITION public.y2023 FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');

COMMIT;
