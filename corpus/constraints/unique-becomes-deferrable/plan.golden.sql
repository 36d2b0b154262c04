-- Reads public.ranks twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.ranks have the same (lane). To find them: SELECT lane, count(*) FROM public.ranks GROUP BY lane HAVING count(*) > 1. An invalid index ranks_lane_key_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY ranks_lane_key_plumb_new ON public.ranks (lane);

ALTER TABLE public.ranks DROP CONSTRAINT ranks_lane_key, ADD CONSTRAINT ranks_lane_key UNIQUE USING INDEX ranks_lane_key_plumb_new DEFERRABLE;

-- Reads public.ranks twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.ranks have the same (id). To find them: SELECT id, count(*) FROM public.ranks GROUP BY id HAVING count(*) > 1. An invalid index ranks_pkey_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY ranks_pkey_plumb_new ON public.ranks (id);

ALTER TABLE public.ranks DROP CONSTRAINT ranks_pkey, ADD CONSTRAINT ranks_pkey PRIMARY KEY USING INDEX ranks_pkey_plumb_new DEFERRABLE;

-- Reads public.ranks twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.ranks have the same (rank). To find them: SELECT rank, count(*) FROM public.ranks GROUP BY rank HAVING count(*) > 1. An invalid index ranks_rank_key_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY ranks_rank_key_plumb_new ON public.ranks (rank);

ALTER TABLE public.ranks DROP CONSTRAINT ranks_rank_key, ADD CONSTRAINT ranks_rank_key UNIQUE USING INDEX ranks_rank_key_plumb_new DEFERRABLE INITIALLY DEFERRED;

-- Reads public.ranks twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.ranks have the same (seat). To find them: SELECT seat, count(*) FROM public.ranks GROUP BY seat HAVING count(*) > 1. An invalid index ranks_seat_key_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY ranks_seat_key_plumb_new ON public.ranks (seat);

ALTER TABLE public.ranks DROP CONSTRAINT ranks_seat_key, ADD CONSTRAINT ranks_seat_key UNIQUE USING INDEX ranks_seat_key_plumb_new;

-- down

-- Reads public.ranks twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.ranks have the same (lane). To find them: SELECT lane, count(*) FROM public.ranks GROUP BY lane HAVING count(*) > 1. An invalid index ranks_lane_key_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY ranks_lane_key_plumb_new ON public.ranks (lane);

ALTER TABLE public.ranks DROP CONSTRAINT ranks_lane_key, ADD CONSTRAINT ranks_lane_key UNIQUE USING INDEX ranks_lane_key_plumb_new DEFERRABLE INITIALLY DEFERRED;

-- Reads public.ranks twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.ranks have the same (id). To find them: SELECT id, count(*) FROM public.ranks GROUP BY id HAVING count(*) > 1. An invalid index ranks_pkey_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY ranks_pkey_plumb_new ON public.ranks (id);

ALTER TABLE public.ranks DROP CONSTRAINT ranks_pkey, ADD CONSTRAINT ranks_pkey PRIMARY KEY USING INDEX ranks_pkey_plumb_new;

-- Reads public.ranks twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.ranks have the same (rank). To find them: SELECT rank, count(*) FROM public.ranks GROUP BY rank HAVING count(*) > 1. An invalid index ranks_rank_key_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY ranks_rank_key_plumb_new ON public.ranks (rank);

ALTER TABLE public.ranks DROP CONSTRAINT ranks_rank_key, ADD CONSTRAINT ranks_rank_key UNIQUE USING INDEX ranks_rank_key_plumb_new;

-- Reads public.ranks twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.ranks have the same (seat). To find them: SELECT seat, count(*) FROM public.ranks GROUP BY seat HAVING count(*) > 1. An invalid index ranks_seat_key_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY ranks_seat_key_plumb_new ON public.ranks (seat);

ALTER TABLE public.ranks DROP CONSTRAINT ranks_seat_key, ADD CONSTRAINT ranks_seat_key UNIQUE USING INDEX ranks_seat_key_plumb_new DEFERRABLE;
