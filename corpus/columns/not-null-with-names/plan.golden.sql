ALTER TABLE public.users RENAME CONSTRAINT users_born_check TO born_known;

ALTER TABLE public.users RENAME CONSTRAINT email_required TO users_email_not_null;

ALTER TABLE public.users RENAME CONSTRAINT users_name_not_null TO name_required;

-- down

ALTER TABLE public.users RENAME CONSTRAINT born_known TO users_born_check;

ALTER TABLE public.users RENAME CONSTRAINT users_email_not_null TO email_required;

ALTER TABLE public.users RENAME CONSTRAINT name_required TO users_name_not_null;
