-- Whatever still says public.points.x fails from here on: it is called public.points.x_plumb_swap.
ALTER TABLE public.points RENAME COLUMN x TO x_plumb_swap;

-- Whatever still says public.points.y fails from here on: it is called public.points.x.
ALTER TABLE public.points RENAME COLUMN y TO x;

-- Whatever still says public.points.x_plumb_swap fails from here on: it is called public.points.y.
ALTER TABLE public.points RENAME COLUMN x_plumb_swap TO y;

-- down

-- Whatever still says public.points.y fails from here on: it is called public.points.x_plumb_swap.
ALTER TABLE public.points RENAME COLUMN y TO x_plumb_swap;

-- Whatever still says public.points.x fails from here on: it is called public.points.y.
ALTER TABLE public.points RENAME COLUMN x TO y;

-- Whatever still says public.points.x_plumb_swap fails from here on: it is called public.points.x.
ALTER TABLE public.points RENAME COLUMN x_plumb_swap TO x;
