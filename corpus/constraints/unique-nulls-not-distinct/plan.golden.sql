-- Reads public.pins twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.pins have the same (code). To find them: SELECT code, count(*) FROM public.pins GROUP BY code HAVING count(*) > 1. An invalid index pins_code_key_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY pins_code_key_plumb_new ON public.pins (code);

ALTER TABLE public.pins DROP CONSTRAINT pins_code_key, ADD CONSTRAINT pins_code_key UNIQUE USING INDEX pins_code_key_plumb_new;

-- Reads public.slots twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.slots have the same (room, hour). To find them: SELECT room, hour, count(*) FROM public.slots GROUP BY room, hour HAVING count(*) > 1. An invalid index one_slot_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY one_slot_plumb_new ON public.slots (room, hour) NULLS NOT DISTINCT;

ALTER TABLE public.slots DROP CONSTRAINT one_slot, ADD CONSTRAINT one_slot UNIQUE USING INDEX one_slot_plumb_new;

-- down

-- Reads public.pins twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.pins have the same (code). To find them: SELECT code, count(*) FROM public.pins GROUP BY code HAVING count(*) > 1. An invalid index pins_code_key_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY pins_code_key_plumb_new ON public.pins (code) NULLS NOT DISTINCT;

ALTER TABLE public.pins DROP CONSTRAINT pins_code_key, ADD CONSTRAINT pins_code_key UNIQUE USING INDEX pins_code_key_plumb_new;

-- Reads public.slots twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.slots have the same (room, hour). To find them: SELECT room, hour, count(*) FROM public.slots GROUP BY room, hour HAVING count(*) > 1. An invalid index one_slot_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY one_slot_plumb_new ON public.slots (room, hour);

ALTER TABLE public.slots DROP CONSTRAINT one_slot, ADD CONSTRAINT one_slot UNIQUE USING INDEX one_slot_plumb_new;
