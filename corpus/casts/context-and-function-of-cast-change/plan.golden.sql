DROP CAST (public.c AS integer);

CREATE CAST (public.c AS integer) WITH FUNCTION public.c_to_int2(public.c) AS ASSIGNMENT;

COMMENT ON CAST (public.c AS integer) IS 'the number';

-- down

DROP CAST (public.c AS integer);

CREATE CAST (public.c AS integer) WITH FUNCTION public.c_to_int(public.c);

COMMENT ON CAST (public.c AS integer) IS 'the number';
