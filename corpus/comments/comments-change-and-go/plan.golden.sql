COMMENT ON COLUMN public.v.x IS 'x of v';

COMMENT ON COLUMN public.a.y IS 'yy';

COMMENT ON SCHEMA public IS 'standard public schema';

COMMENT ON TABLE public.a IS 'two 🐘 ünïcode';

COMMENT ON COLUMN public.a.x IS NULL;

COMMENT ON VIEW public.v IS NULL;

-- down

COMMENT ON COLUMN public.a.x IS 'x';

COMMENT ON COLUMN public.a.y IS 'y';

COMMENT ON SCHEMA public IS 'Ours';

COMMENT ON TABLE public.a IS 'one';

COMMENT ON VIEW public.v IS 'v';

COMMENT ON COLUMN public.v.x IS NULL;
