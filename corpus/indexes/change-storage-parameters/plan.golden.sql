ALTER INDEX public.ia SET (fillfactor = 80, deduplicate_items = 'off');

ALTER INDEX public.ib RESET (fastupdate);

ALTER INDEX public.ib SET (gin_pending_list_limit = 128);

ALTER INDEX public.ic RESET (buffering);

-- down

ALTER INDEX public.ia RESET (deduplicate_items);

ALTER INDEX public.ia SET (fillfactor = 70);

ALTER INDEX public.ib RESET (gin_pending_list_limit);

ALTER INDEX public.ib SET (fastupdate = 'off');

ALTER INDEX public.ic SET (buffering = 'on');
