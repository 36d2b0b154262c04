-- Nobody can write to public.m while m_key is built.
-- Fails if rows of public.m have the same (id, at). To find them: SELECT id, at, count(*) FROM public.m GROUP BY id, at HAVING count(*) > 1.
CREATE UNIQUE INDEX m_key ON public.m (id, at);

ALTER TABLE public.m ATTACH PARTITION public.m_1 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');

-- down

ALTER TABLE public.m DETACH PARTITION public.m_1 CONCURRENTLY;

BEGIN;

ALTER TABLE public.m_1 DROP CONSTRAINT IF EXISTS m_1_at_check;

DROP INDEX public.m_key;

COMMIT;
