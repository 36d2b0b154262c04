ALTER TABLE public.tasks DROP CONSTRAINT tasks_client_id_fkey;

DROP VIEW legacy.open_tasks;

-- The column public.tasks.state is dropped with all that it holds.
ALTER TABLE public.tasks DROP COLUMN state;

-- The table legacy.contracts is dropped with all of its rows.
DROP TABLE legacy.contracts;

-- The table legacy.clients is dropped with all of its rows.
DROP TABLE legacy.clients;

DROP TYPE legacy.state;

DROP SCHEMA legacy;

-- down

BEGIN;

CREATE SCHEMA legacy;

CREATE TYPE legacy.state AS ENUM (
  'open',
  'done'
);

CREATE TABLE legacy.clients (
  id integer NOT NULL,
  name text,
  CONSTRAINT clients_pkey PRIMARY KEY (id)
);

CREATE TABLE legacy.contracts (
  id integer NOT NULL,
  client_id integer,
  CONSTRAINT contracts_pkey PRIMARY KEY (id),
  CONSTRAINT contracts_client_id_fkey FOREIGN KEY (client_id) REFERENCES legacy.clients (id)
);

ALTER TABLE public.tasks ADD COLUMN state legacy.state;

CREATE VIEW legacy.open_tasks AS
SELECT id,
    state,
    client_id
   FROM public.tasks
  WHERE (state = 'open'::legacy.state);

ALTER TABLE public.tasks ADD CONSTRAINT tasks_client_id_fkey FOREIGN KEY (client_id) REFERENCES legacy.clients (id) NOT VALID;

COMMIT;

-- Reads all of public.tasks while others go on reading and writing it.
-- Fails if rows of public.tasks refer to nothing by tasks_client_id_fkey. To find them: SELECT * FROM public.tasks AS c WHERE c.client_id IS NOT NULL AND NOT EXISTS (SELECT FROM legacy.clients AS p WHERE p.id = c.client_id)
ALTER TABLE public.tasks VALIDATE CONSTRAINT tasks_client_id_fkey;
