ALTER INDEX public.t_code_key SET (fillfactor = 60);

ALTER INDEX public.t_pkey RESET (fillfactor);

ALTER INDEX public.t_tag_key RESET (deduplicate_items);

-- down

ALTER INDEX public.t_code_key RESET (fillfactor);

ALTER INDEX public.t_pkey SET (fillfactor = 70);

ALTER INDEX public.t_tag_key SET (deduplicate_items = 'off');
