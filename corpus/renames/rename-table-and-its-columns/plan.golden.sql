BEGIN;

-- Whatever still says public.person fails from here on: it is called public.people.
ALTER TABLE public.person RENAME TO people;

-- Whatever still says public.people.fname fails from here on: it is called public.people.first_name.
ALTER TABLE public.people RENAME COLUMN fname TO first_name;

-- Whatever still says public.people.lname fails from here on: it is called public.people.last_name.
ALTER TABLE public.people RENAME COLUMN lname TO last_name;

ALTER TABLE public.people RENAME CONSTRAINT person_pkey TO people_pkey;

ALTER TABLE public.people RENAME CONSTRAINT person_fname_lname_key TO people_first_name_last_name_key;

COMMIT;

BEGIN;

ALTER TABLE public.people ADD COLUMN born date;

ALTER TABLE public.people RENAME CONSTRAINT person_fname_not_null TO people_first_name_not_null;

ALTER TABLE public.people RENAME CONSTRAINT person_id_not_null TO people_id_not_null;

ALTER SEQUENCE public.person_id_seq RENAME TO people_id_seq;

ALTER TABLE public.people RENAME CONSTRAINT person_lname_not_null TO people_last_name_not_null;

COMMIT;

-- down

BEGIN;

ALTER TABLE public.people RENAME CONSTRAINT people_first_name_not_null TO person_fname_not_null;

ALTER TABLE public.people RENAME CONSTRAINT people_id_not_null TO person_id_not_null;

ALTER SEQUENCE public.people_id_seq RENAME TO person_id_seq;

ALTER TABLE public.people RENAME CONSTRAINT people_last_name_not_null TO person_lname_not_null;

-- The column public.people.born is dropped with all that it holds.
ALTER TABLE public.people DROP COLUMN born;

COMMIT;

BEGIN;

ALTER TABLE public.people RENAME CONSTRAINT people_first_name_last_name_key TO person_fname_lname_key;

ALTER TABLE public.people RENAME CONSTRAINT people_pkey TO person_pkey;

-- Whatever still says public.people.last_name fails from here on: it is called public.people.lname.
ALTER TABLE public.people RENAME COLUMN last_name TO lname;

-- Whatever still says public.people.first_name fails from here on: it is called public.people.fname.
ALTER TABLE public.people RENAME COLUMN first_name TO fname;

-- Whatever still says public.people fails from here on: it is called public.person.
ALTER TABLE public.people RENAME TO person;

COMMIT;
