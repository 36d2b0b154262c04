BEGIN;

-- Whatever still says public.logs fails from here on: it is called public.log_entries.
ALTER TABLE public.logs RENAME TO log_entries;

-- Whatever still says public.logs_1 fails from here on: it is called public.log_entries_1.
ALTER TABLE public.logs_1 RENAME TO log_entries_1;

-- Whatever still says public.log_entries.at fails from here on: it is called public.log_entries.logged_at.
ALTER TABLE public.log_entries RENAME COLUMN at TO logged_at;

ALTER TABLE public.log_entries RENAME CONSTRAINT logs_pkey TO log_entries_pkey;

ALTER TABLE public.log_entries_1 RENAME CONSTRAINT logs_1_pkey TO log_entries_1_pkey;

ALTER INDEX public.logs_at_idx RENAME TO log_entries_logged_at_idx;

ALTER INDEX public.logs_1_at_idx RENAME TO log_entries_1_logged_at_idx;

COMMIT;

BEGIN;

ALTER TABLE public.log_entries RENAME CONSTRAINT logs_id_not_null TO log_entries_id_not_null;

ALTER TABLE public.log_entries RENAME CONSTRAINT logs_at_not_null TO log_entries_logged_at_not_null;

COMMIT;

-- down

BEGIN;

ALTER TABLE public.log_entries RENAME CONSTRAINT log_entries_id_not_null TO logs_id_not_null;

ALTER TABLE public.log_entries RENAME CONSTRAINT log_entries_logged_at_not_null TO logs_at_not_null;

COMMIT;

BEGIN;

ALTER INDEX public.log_entries_1_logged_at_idx RENAME TO logs_1_at_idx;

ALTER INDEX public.log_entries_logged_at_idx RENAME TO logs_at_idx;

ALTER TABLE public.log_entries_1 RENAME CONSTRAINT log_entries_1_pkey TO logs_1_pkey;

ALTER TABLE public.log_entries RENAME CONSTRAINT log_entries_pkey TO logs_pkey;

-- Whatever still says public.log_entries.logged_at fails from here on: it is called public.log_entries.at.
ALTER TABLE public.log_entries RENAME COLUMN logged_at TO at;

-- Whatever still says public.log_entries_1 fails from here on: it is called public.logs_1.
ALTER TABLE public.log_entries_1 RENAME TO logs_1;

-- Whatever still says public.log_entries fails from here on: it is called public.logs.
ALTER TABLE public.log_entries RENAME TO logs;

COMMIT;
