ALTER TABLE public.bound_points NOT OF;

ALTER TABLE public.free_points ALTER COLUMN z SET DEFAULT 0;

ALTER TABLE public.free_points OF public.point3;

-- down

ALTER TABLE public.bound_points OF public.point3;

ALTER TABLE public.free_points NOT OF;

ALTER TABLE public.free_points ALTER COLUMN z SET DEFAULT 0;
