ALTER PUBLICATION p DROP TABLE public.items;

ALTER PUBLICATION p ADD TABLE public.items ("Name", id) WHERE ((id % 2) = 0);

ALTER PUBLICATION p DROP TABLE public.orders;

ALTER PUBLICATION p ADD TABLE public.orders;

ALTER PUBLICATION p DROP TABLE public.users;

ALTER PUBLICATION p ADD TABLE public.users (active, email, id) WHERE ((id > 100) AND (id < 1000));

-- down

ALTER PUBLICATION p DROP TABLE public.items;

ALTER PUBLICATION p ADD TABLE public.items;

ALTER PUBLICATION p DROP TABLE public.orders;

ALTER PUBLICATION p ADD TABLE public.orders WHERE (total > 0);

ALTER PUBLICATION p DROP TABLE public.users;

ALTER PUBLICATION p ADD TABLE public.users (email, id);
