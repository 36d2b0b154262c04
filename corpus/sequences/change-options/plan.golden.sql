ALTER SEQUENCE public.a AS integer START WITH 5 CACHE 2;

ALTER SEQUENCE public.b AS bigint INCREMENT BY 1 MINVALUE 1 START WITH 1;

-- public.c is moved within its new bounds, should it be beyond.
SELECT setval('public.c', least(last_value, 100), is_called AND last_value = least(last_value, 100)) FROM public.c;

ALTER SEQUENCE public.c AS smallint MAXVALUE 100 CACHE 1 NO CYCLE;

-- down

ALTER SEQUENCE public.a AS bigint START WITH 1 CACHE 1;

-- public.b is moved within its new bounds, should it be beyond.
SELECT setval('public.b', greatest(last_value, 10), is_called AND last_value = greatest(last_value, 10)) FROM public.b;

ALTER SEQUENCE public.b AS integer INCREMENT BY 5 MINVALUE 10 START WITH 20;

ALTER SEQUENCE public.c AS bigint MAXVALUE 1000 CACHE 3 CYCLE;
