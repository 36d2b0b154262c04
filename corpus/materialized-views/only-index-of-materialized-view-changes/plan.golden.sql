-- Reads public.top_pages twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY top_pages_hits_plumb_new ON public.top_pages USING brin (hits) WITH (pages_per_range = 8);

DROP INDEX CONCURRENTLY public.top_pages_hits;

ALTER INDEX public.top_pages_hits_plumb_new RENAME TO top_pages_hits;

-- Reads public.top_pages twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.top_pages have the same (path text_pattern_ops). To find them: SELECT path text_pattern_ops, count(*) FROM public.top_pages GROUP BY path text_pattern_ops HAVING count(*) > 1. An invalid index top_pages_path_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY top_pages_path_plumb_new ON public.top_pages (path text_pattern_ops);

DROP INDEX CONCURRENTLY public.top_pages_path;

ALTER INDEX public.top_pages_path_plumb_new RENAME TO top_pages_path;

-- down

-- Reads public.top_pages twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY top_pages_hits_plumb_new ON public.top_pages (hits);

DROP INDEX CONCURRENTLY public.top_pages_hits;

ALTER INDEX public.top_pages_hits_plumb_new RENAME TO top_pages_hits;

-- Reads public.top_pages twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY top_pages_path_plumb_new ON public.top_pages (path);

DROP INDEX CONCURRENTLY public.top_pages_path;

ALTER INDEX public.top_pages_path_plumb_new RENAME TO top_pages_path;
