BEGIN;

-- Nobody can read or write public.employees while the index of employees_pkey is built.
-- Fails if rows of public.employees exclude each other by (id, valid).
ALTER TABLE public.employees DROP CONSTRAINT employees_pkey, ADD CONSTRAINT employees_pkey PRIMARY KEY (id, valid WITHOUT OVERLAPS);

ALTER TABLE public.assignments ADD CONSTRAINT assignments_employee_id_valid_fkey FOREIGN KEY (employee_id, PERIOD valid) REFERENCES public.employees (id, PERIOD valid) NOT VALID;

COMMIT;

-- Reads all of public.assignments while others go on reading and writing it.
-- Fails if rows of public.assignments refer to nothing by assignments_employee_id_valid_fkey. To find them: SELECT * FROM public.assignments AS c WHERE c.employee_id IS NOT NULL AND c.valid IS NOT NULL AND NOT EXISTS (SELECT FROM public.employees AS p WHERE p.id = c.employee_id AND p.valid = c.valid)
ALTER TABLE public.assignments VALIDATE CONSTRAINT assignments_employee_id_valid_fkey;

-- Reads public.badges twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.badges have the same (id, valid). To find them: SELECT id, valid, count(*) FROM public.badges GROUP BY id, valid HAVING count(*) > 1. An invalid index badges_id_valid_key_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY badges_id_valid_key_plumb_new ON public.badges (id, valid);

ALTER TABLE public.badges DROP CONSTRAINT badges_id_valid_key, ADD CONSTRAINT badges_id_valid_key UNIQUE USING INDEX badges_id_valid_key_plumb_new;

-- down

BEGIN;

-- Nobody can read or write public.badges while the index of badges_id_valid_key is built.
-- Fails if rows of public.badges exclude each other by (id, valid).
ALTER TABLE public.badges DROP CONSTRAINT badges_id_valid_key, ADD CONSTRAINT badges_id_valid_key UNIQUE (id, valid WITHOUT OVERLAPS);

ALTER TABLE public.assignments DROP CONSTRAINT assignments_employee_id_valid_fkey;

COMMIT;

-- Reads public.employees twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.employees have the same (id, valid). To find them: SELECT id, valid, count(*) FROM public.employees GROUP BY id, valid HAVING count(*) > 1. An invalid index employees_pkey_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY employees_pkey_plumb_new ON public.employees (id, valid);

ALTER TABLE public.employees DROP CONSTRAINT employees_pkey, ADD CONSTRAINT employees_pkey PRIMARY KEY USING INDEX employees_pkey_plumb_new;
