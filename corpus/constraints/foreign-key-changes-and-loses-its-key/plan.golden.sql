-- Reads public.accounts twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.accounts have the same (id). To find them: SELECT id, count(*) FROM public.accounts GROUP BY id HAVING count(*) > 1. An invalid index accounts_pkey_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY accounts_pkey_plumb_new ON public.accounts (id);

BEGIN;

ALTER TABLE public.accounts DROP CONSTRAINT accounts_pkey, ADD CONSTRAINT accounts_pkey PRIMARY KEY USING INDEX accounts_pkey_plumb_new;

ALTER TABLE public.invoices DROP CONSTRAINT invoices_account_fkey;

ALTER TABLE public.notes DROP CONSTRAINT notes_account_fkey;

ALTER TABLE public.payments DROP CONSTRAINT payments_account_fkey;

ALTER TABLE public.accounts DROP CONSTRAINT accounts_id_key;

ALTER TABLE public.invoices ADD CONSTRAINT invoices_account_fkey FOREIGN KEY (account) REFERENCES public.accounts (id) NOT VALID;

ALTER TABLE public.notes ADD CONSTRAINT notes_account_fkey FOREIGN KEY (account) REFERENCES public.accounts (id) NOT VALID;

ALTER TABLE public.payments ADD CONSTRAINT payments_account_fkey FOREIGN KEY (account) REFERENCES public.accounts (id) DEFERRABLE INITIALLY DEFERRED NOT VALID;

COMMIT;

-- Reads all of public.invoices while others go on reading and writing it.
-- Fails if rows of public.invoices refer to nothing by invoices_account_fkey. To find them: SELECT * FROM public.invoices AS c WHERE c.account IS NOT NULL AND NOT EXISTS (SELECT FROM public.accounts AS p WHERE p.id = c.account)
ALTER TABLE public.invoices VALIDATE CONSTRAINT invoices_account_fkey;

-- Reads all of public.notes while others go on reading and writing it.
-- Fails if rows of public.notes refer to nothing by notes_account_fkey. To find them: SELECT * FROM public.notes AS c WHERE c.account IS NOT NULL AND NOT EXISTS (SELECT FROM public.accounts AS p WHERE p.id = c.account)
ALTER TABLE public.notes VALIDATE CONSTRAINT notes_account_fkey;

-- Reads all of public.payments while others go on reading and writing it.
-- Fails if rows of public.payments refer to nothing by payments_account_fkey. To find them: SELECT * FROM public.payments AS c WHERE c.account IS NOT NULL AND NOT EXISTS (SELECT FROM public.accounts AS p WHERE p.id = c.account)
ALTER TABLE public.payments VALIDATE CONSTRAINT payments_account_fkey;

-- down

-- Reads public.accounts twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.accounts have the same (id). To find them: SELECT id, count(*) FROM public.accounts GROUP BY id HAVING count(*) > 1. An invalid index accounts_id_key is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY accounts_id_key ON public.accounts (id);

BEGIN;

ALTER TABLE public.accounts ADD CONSTRAINT accounts_id_key UNIQUE USING INDEX accounts_id_key;

ALTER TABLE public.invoices DROP CONSTRAINT invoices_account_fkey;

ALTER TABLE public.notes DROP CONSTRAINT notes_account_fkey;

ALTER TABLE public.payments DROP CONSTRAINT payments_account_fkey;

COMMIT;

-- Reads public.accounts twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.accounts have the same (code). To find them: SELECT code, count(*) FROM public.accounts GROUP BY code HAVING count(*) > 1. An invalid index accounts_pkey_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY accounts_pkey_plumb_new ON public.accounts (code);

BEGIN;

ALTER TABLE public.accounts DROP CONSTRAINT accounts_pkey, ADD CONSTRAINT accounts_pkey PRIMARY KEY USING INDEX accounts_pkey_plumb_new;

ALTER TABLE public.invoices ADD CONSTRAINT invoices_account_fkey FOREIGN KEY (account) REFERENCES public.accounts (id) NOT VALID;

ALTER TABLE public.notes ADD CONSTRAINT notes_account_fkey FOREIGN KEY (account) REFERENCES public.accounts (id) ON DELETE CASCADE NOT VALID;

ALTER TABLE public.payments ADD CONSTRAINT payments_account_fkey FOREIGN KEY (account) REFERENCES public.accounts (id) DEFERRABLE NOT VALID;

COMMIT;

-- Reads all of public.invoices while others go on reading and writing it.
-- Fails if rows of public.invoices refer to nothing by invoices_account_fkey. To find them: SELECT * FROM public.invoices AS c WHERE c.account IS NOT NULL AND NOT EXISTS (SELECT FROM public.accounts AS p WHERE p.id = c.account)
ALTER TABLE public.invoices VALIDATE CONSTRAINT invoices_account_fkey;

-- Reads all of public.notes while others go on reading and writing it.
-- Fails if rows of public.notes refer to nothing by notes_account_fkey. To find them: SELECT * FROM public.notes AS c WHERE c.account IS NOT NULL AND NOT EXISTS (SELECT FROM public.accounts AS p WHERE p.id = c.account)
ALTER TABLE public.notes VALIDATE CONSTRAINT notes_account_fkey;

-- Reads all of public.payments while others go on reading and writing it.
-- Fails if rows of public.payments refer to nothing by payments_account_fkey. To find them: SELECT * FROM public.payments AS c WHERE c.account IS NOT NULL AND NOT EXISTS (SELECT FROM public.accounts AS p WHERE p.id = c.account)
ALTER TABLE public.payments VALIDATE CONSTRAINT payments_account_fkey;
