-- Whatever still says public.items.price fails from here on: it is called public.items.net.
ALTER TABLE public.items RENAME COLUMN price TO net;

-- Whatever still says public.items.total fails from here on: it is called public.items.gross.
ALTER TABLE public.items RENAME COLUMN total TO gross;

-- down

-- Whatever still says public.items.gross fails from here on: it is called public.items.total.
ALTER TABLE public.items RENAME COLUMN gross TO total;

-- Whatever still says public.items.net fails from here on: it is called public.items.price.
ALTER TABLE public.items RENAME COLUMN net TO price;
