ALTER TABLE ONLY public.visits ALTER COLUMN at SET STATISTICS 1000;

ALTER TABLE ONLY public.visits ALTER COLUMN page SET STATISTICS -1;

ALTER TABLE public.visits ALTER COLUMN page SET (n_distinct = 100, n_distinct_inherited = 200);

ALTER TABLE ONLY public.visits ALTER COLUMN who SET STATISTICS 50;

ALTER TABLE public.visits ALTER COLUMN who RESET (n_distinct);

-- down

ALTER TABLE ONLY public.visits ALTER COLUMN at SET STATISTICS -1;

ALTER TABLE ONLY public.visits ALTER COLUMN page SET STATISTICS 500;

ALTER TABLE public.visits ALTER COLUMN page RESET (n_distinct, n_distinct_inherited);

ALTER TABLE ONLY public.visits ALTER COLUMN who SET STATISTICS 0;

ALTER TABLE public.visits ALTER COLUMN who SET (n_distinct = -0.5);
