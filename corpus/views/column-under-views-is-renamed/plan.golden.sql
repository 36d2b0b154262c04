-- Whatever still says public.users.name fails from here on: it is called public.users.display_name.
ALTER TABLE public.users RENAME COLUMN name TO display_name;

ALTER TABLE public.users RENAME CONSTRAINT users_name_not_null TO users_display_name_not_null;

-- down

ALTER TABLE public.users RENAME CONSTRAINT users_display_name_not_null TO users_name_not_null;

-- Whatever still says public.users.display_name fails from here on: it is called public.users.name.
ALTER TABLE public.users RENAME COLUMN display_name TO name;
