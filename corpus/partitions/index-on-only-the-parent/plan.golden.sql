CREATE INDEX t_at ON ONLY public.t (at);

-- Reads public.t_1 twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY t_1_by_day ON public.t_1 (at);

ALTER INDEX public.t_at ATTACH PARTITION public.t_1_by_day;

-- down

DROP INDEX public.t_at;
