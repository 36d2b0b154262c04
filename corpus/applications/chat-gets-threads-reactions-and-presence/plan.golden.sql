BEGIN;

CREATE TYPE public.room_kind AS ENUM (
  'direct',
  'group',
  'public'
);

CREATE UNLOGGED TABLE public.presence (
  usr bigint NOT NULL,
  until timestamp with time zone NOT NULL,
  CONSTRAINT presence_pkey PRIMARY KEY (usr),
  CONSTRAINT presence_usr_fkey FOREIGN KEY (usr) REFERENCES public.users (id) ON DELETE CASCADE
)
WITH (fillfactor = 50);

CREATE TABLE public.reactions (
  message bigint NOT NULL,
  usr bigint NOT NULL,
  emoji text COLLATE "C" NOT NULL,
  CONSTRAINT reactions_emoji_check CHECK (length(emoji) <= 8),
  CONSTRAINT reactions_pkey PRIMARY KEY (message, usr, emoji),
  CONSTRAINT reactions_message_fkey FOREIGN KEY (message) REFERENCES public.messages (id) ON DELETE CASCADE,
  CONSTRAINT reactions_usr_fkey FOREIGN KEY (usr) REFERENCES public.users (id) ON DELETE CASCADE
);

ALTER TABLE public.members ADD COLUMN last_read bigint;

ALTER TABLE public.messages ADD COLUMN edited boolean NOT NULL DEFAULT false;

ALTER TABLE public.messages ADD COLUMN thread bigint;

ALTER TABLE public.rooms ADD COLUMN kind public.room_kind NOT NULL DEFAULT 'group'::public.room_kind;

ALTER TABLE public.rooms ALTER COLUMN name DROP NOT NULL;

ALTER TABLE public.users ADD COLUMN seen_at timestamp with time zone;

CREATE VIEW public.unread AS
SELECT m.room,
    m.usr,
    count(x.id) AS n
   FROM (public.members m
     LEFT JOIN public.messages x ON (((x.room = m.room) AND (x.id > COALESCE(m.last_read, (0)::bigint)))))
  GROUP BY m.room, m.usr;

ALTER TABLE public.members ADD CONSTRAINT last_read_exists FOREIGN KEY (last_read) REFERENCES public.messages (id) DEFERRABLE INITIALLY DEFERRED NOT VALID;

ALTER TABLE public.members ADD CONSTRAINT members_room_fkey_plumb_new FOREIGN KEY (room) REFERENCES public.rooms (id) ON DELETE CASCADE NOT VALID;

ALTER TABLE public.members ADD CONSTRAINT members_usr_fkey_plumb_new FOREIGN KEY (usr) REFERENCES public.users (id) ON DELETE CASCADE NOT VALID;

ALTER TABLE public.messages ADD CONSTRAINT messages_author_fkey_plumb_new FOREIGN KEY (author) REFERENCES public.users (id) ON DELETE SET NULL NOT VALID;

ALTER TABLE public.messages ADD CONSTRAINT messages_room_fkey_plumb_new FOREIGN KEY (room) REFERENCES public.rooms (id) ON DELETE CASCADE NOT VALID;

ALTER TABLE public.messages ADD CONSTRAINT messages_thread_fkey FOREIGN KEY (thread) REFERENCES public.messages (id) ON DELETE CASCADE NOT VALID;

ALTER TABLE public.messages ADD CONSTRAINT not_own_thread CHECK (thread <> id) NOT VALID;

ALTER TABLE public.rooms ADD CONSTRAINT groups_have_names CHECK ((kind = 'direct'::public.room_kind) OR (name IS NOT NULL)) NOT VALID;

CREATE TRIGGER notify_reaction AFTER INSERT ON public.reactions REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT
  EXECUTE FUNCTION suppress_redundant_updates_trigger();

ALTER TABLE public.reactions DISABLE TRIGGER notify_reaction;

COMMIT;

-- Reads all of public.members while others go on reading and writing it.
-- Fails if rows of public.members refer to nothing by last_read_exists. To find them: SELECT * FROM public.members AS c WHERE c.last_read IS NOT NULL AND NOT EXISTS (SELECT FROM public.messages AS p WHERE p.id = c.last_read)
ALTER TABLE public.members VALIDATE CONSTRAINT last_read_exists;

-- Reads all of public.members while others go on reading and writing it.
-- Fails if rows of public.members refer to nothing by members_room_fkey. To find them: SELECT * FROM public.members AS c WHERE c.room IS NOT NULL AND NOT EXISTS (SELECT FROM public.rooms AS p WHERE p.id = c.room)
ALTER TABLE public.members VALIDATE CONSTRAINT members_room_fkey_plumb_new;

BEGIN;

ALTER TABLE public.members DROP CONSTRAINT members_room_fkey;

ALTER TABLE public.members RENAME CONSTRAINT members_room_fkey_plumb_new TO members_room_fkey;

COMMIT;

-- Reads all of public.members while others go on reading and writing it.
-- Fails if rows of public.members refer to nothing by members_usr_fkey. To find them: SELECT * FROM public.members AS c WHERE c.usr IS NOT NULL AND NOT EXISTS (SELECT FROM public.users AS p WHERE p.id = c.usr)
ALTER TABLE public.members VALIDATE CONSTRAINT members_usr_fkey_plumb_new;

BEGIN;

ALTER TABLE public.members DROP CONSTRAINT members_usr_fkey;

ALTER TABLE public.members RENAME CONSTRAINT members_usr_fkey_plumb_new TO members_usr_fkey;

COMMIT;

-- Reads all of public.messages while others go on reading and writing it.
-- Fails if rows of public.messages refer to nothing by messages_author_fkey. To find them: SELECT * FROM public.messages AS c WHERE c.author IS NOT NULL AND NOT EXISTS (SELECT FROM public.users AS p WHERE p.id = c.author)
ALTER TABLE public.messages VALIDATE CONSTRAINT messages_author_fkey_plumb_new;

BEGIN;

ALTER TABLE public.messages DROP CONSTRAINT messages_author_fkey;

ALTER TABLE public.messages RENAME CONSTRAINT messages_author_fkey_plumb_new TO messages_author_fkey;

COMMIT;

-- Reads all of public.messages while others go on reading and writing it.
-- Fails if rows of public.messages refer to nothing by messages_room_fkey. To find them: SELECT * FROM public.messages AS c WHERE c.room IS NOT NULL AND NOT EXISTS (SELECT FROM public.rooms AS p WHERE p.id = c.room)
ALTER TABLE public.messages VALIDATE CONSTRAINT messages_room_fkey_plumb_new;

BEGIN;

ALTER TABLE public.messages DROP CONSTRAINT messages_room_fkey;

ALTER TABLE public.messages RENAME CONSTRAINT messages_room_fkey_plumb_new TO messages_room_fkey;

COMMIT;

-- Reads all of public.messages while others go on reading and writing it.
-- Fails if rows of public.messages refer to nothing by messages_thread_fkey. To find them: SELECT * FROM public.messages AS c WHERE c.thread IS NOT NULL AND NOT EXISTS (SELECT FROM public.messages AS p WHERE p.id = c.thread)
ALTER TABLE public.messages VALIDATE CONSTRAINT messages_thread_fkey;

-- Reads all of public.messages while others go on reading and writing it.
-- Fails if rows of public.messages break not_own_thread. To find them: SELECT * FROM public.messages WHERE NOT (thread <> id)
ALTER TABLE public.messages VALIDATE CONSTRAINT not_own_thread;

-- Reads all of public.rooms while others go on reading and writing it.
-- Fails if rows of public.rooms break groups_have_names. To find them: SELECT * FROM public.rooms WHERE NOT ((kind = 'direct'::public.room_kind) OR (name IS NOT NULL))
ALTER TABLE public.rooms VALIDATE CONSTRAINT groups_have_names;

-- Reads public.messages twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY messages_room_plumb_new ON public.messages (room, sent_at DESC) INCLUDE (author);

DROP INDEX CONCURRENTLY public.messages_room;

ALTER INDEX public.messages_room_plumb_new RENAME TO messages_room;

-- Reads public.messages twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY messages_thread ON public.messages (thread) WHERE (thread IS NOT NULL);

BEGIN;

DROP VIEW public.last_messages;

ALTER TABLE public.messages ALTER COLUMN body TYPE text;

CREATE OR REPLACE FUNCTION public.notify_message()
  RETURNS trigger
  LANGUAGE plpgsql
AS $function$ BEGIN PERFORM pg_notify('messages', json_build_object('room', NEW.room, 'op', TG_OP)::text); RETURN NULL; END $function$;

CREATE VIEW public.last_messages AS
SELECT DISTINCT ON (room) room,
    id,
    author,
    body
   FROM public.messages
  WHERE (thread IS NULL)
  ORDER BY room, sent_at DESC;

ALTER TABLE public.messages ADD CONSTRAINT messages_body_check CHECK (length(body) <= 4000) NOT VALID;

CREATE OR REPLACE TRIGGER notify AFTER INSERT OR UPDATE OF body ON public.messages FOR EACH ROW
  EXECUTE FUNCTION public.notify_message();

COMMIT;

-- Reads all of public.messages while others go on reading and writing it.
-- Fails if rows of public.messages break messages_body_check. To find them: SELECT * FROM public.messages WHERE NOT (length(body) <= 4000)
ALTER TABLE public.messages VALIDATE CONSTRAINT messages_body_check;

-- down

BEGIN;

ALTER TABLE public.members ADD CONSTRAINT members_room_fkey_plumb_new FOREIGN KEY (room) REFERENCES public.rooms (id) NOT VALID;

ALTER TABLE public.members ADD CONSTRAINT members_usr_fkey_plumb_new FOREIGN KEY (usr) REFERENCES public.users (id) NOT VALID;

ALTER TABLE public.messages ADD CONSTRAINT messages_author_fkey_plumb_new FOREIGN KEY (author) REFERENCES public.users (id) NOT VALID;

ALTER TABLE public.messages ADD CONSTRAINT messages_room_fkey_plumb_new FOREIGN KEY (room) REFERENCES public.rooms (id) NOT VALID;

COMMIT;

-- Reads all of public.members while others go on reading and writing it.
-- Fails if rows of public.members refer to nothing by members_room_fkey. To find them: SELECT * FROM public.members AS c WHERE c.room IS NOT NULL AND NOT EXISTS (SELECT FROM public.rooms AS p WHERE p.id = c.room)
ALTER TABLE public.members VALIDATE CONSTRAINT members_room_fkey_plumb_new;

BEGIN;

ALTER TABLE public.members DROP CONSTRAINT members_room_fkey;

ALTER TABLE public.members RENAME CONSTRAINT members_room_fkey_plumb_new TO members_room_fkey;

COMMIT;

-- Reads all of public.members while others go on reading and writing it.
-- Fails if rows of public.members refer to nothing by members_usr_fkey. To find them: SELECT * FROM public.members AS c WHERE c.usr IS NOT NULL AND NOT EXISTS (SELECT FROM public.users AS p WHERE p.id = c.usr)
ALTER TABLE public.members VALIDATE CONSTRAINT members_usr_fkey_plumb_new;

BEGIN;

ALTER TABLE public.members DROP CONSTRAINT members_usr_fkey;

ALTER TABLE public.members RENAME CONSTRAINT members_usr_fkey_plumb_new TO members_usr_fkey;

COMMIT;

-- Reads all of public.messages while others go on reading and writing it.
-- Fails if rows of public.messages refer to nothing by messages_author_fkey. To find them: SELECT * FROM public.messages AS c WHERE c.author IS NOT NULL AND NOT EXISTS (SELECT FROM public.users AS p WHERE p.id = c.author)
ALTER TABLE public.messages VALIDATE CONSTRAINT messages_author_fkey_plumb_new;

BEGIN;

ALTER TABLE public.messages DROP CONSTRAINT messages_author_fkey;

ALTER TABLE public.messages RENAME CONSTRAINT messages_author_fkey_plumb_new TO messages_author_fkey;

COMMIT;

-- Reads all of public.messages while others go on reading and writing it.
-- Fails if rows of public.messages refer to nothing by messages_room_fkey. To find them: SELECT * FROM public.messages AS c WHERE c.room IS NOT NULL AND NOT EXISTS (SELECT FROM public.rooms AS p WHERE p.id = c.room)
ALTER TABLE public.messages VALIDATE CONSTRAINT messages_room_fkey_plumb_new;

BEGIN;

ALTER TABLE public.messages DROP CONSTRAINT messages_room_fkey;

ALTER TABLE public.messages RENAME CONSTRAINT messages_room_fkey_plumb_new TO messages_room_fkey;

COMMIT;

-- Reads public.messages twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY messages_room_plumb_new ON public.messages (room, sent_at);

DROP INDEX CONCURRENTLY public.messages_room;

BEGIN;

ALTER INDEX public.messages_room_plumb_new RENAME TO messages_room;

DROP TRIGGER notify ON public.messages;

ALTER TABLE public.members DROP CONSTRAINT last_read_exists;

ALTER TABLE public.messages DROP CONSTRAINT messages_body_check;

ALTER TABLE public.messages DROP CONSTRAINT messages_thread_fkey;

ALTER TABLE public.messages DROP CONSTRAINT not_own_thread;

ALTER TABLE public.rooms DROP CONSTRAINT groups_have_names;

ALTER TABLE public.rooms ADD CONSTRAINT rooms_name_not_null NOT NULL name NOT VALID;

COMMIT;

-- The migration fails where public.rooms.name is NULL. Give these rows a value first.
ALTER TABLE public.rooms VALIDATE CONSTRAINT rooms_name_not_null;

BEGIN;

DROP VIEW public.last_messages;

-- public.messages is written anew while nobody can read or write it: public.messages.body changes from text to character varying(1000).
-- public.messages.body can hold less as character varying(1000) than as text: what doesn't fit is cut off, or refused.
-- The migration fails where public.messages.body holds a value that can't be converted to character varying(1000).
ALTER TABLE public.messages ALTER COLUMN body TYPE character varying(1000);

CREATE OR REPLACE FUNCTION public.notify_message()
  RETURNS trigger
  LANGUAGE plpgsql
AS $function$ BEGIN PERFORM pg_notify('messages', NEW.room::text); RETURN NEW; END $function$;

CREATE TRIGGER notify AFTER INSERT ON public.messages FOR EACH ROW
  EXECUTE FUNCTION public.notify_message();

DROP VIEW public.unread;

-- The column public.members.last_read is dropped with all that it holds.
ALTER TABLE public.members DROP COLUMN last_read;

-- The column public.messages.edited is dropped with all that it holds.
ALTER TABLE public.messages DROP COLUMN edited;

-- The column public.rooms.kind is dropped with all that it holds.
ALTER TABLE public.rooms DROP COLUMN kind;

-- The column public.users.seen_at is dropped with all that it holds.
ALTER TABLE public.users DROP COLUMN seen_at;

-- The table public.presence is dropped with all of its rows.
DROP TABLE public.presence;

-- The table public.reactions is dropped with all of its rows.
DROP TABLE public.reactions;

DROP TYPE public.room_kind;

COMMIT;

DROP INDEX CONCURRENTLY public.messages_thread;

BEGIN;

-- The column public.messages.thread is dropped with all that it holds.
ALTER TABLE public.messages DROP COLUMN thread;

CREATE VIEW public.last_messages AS
SELECT DISTINCT ON (room) room,
    id,
    body
   FROM public.messages
  ORDER BY room, sent_at DESC;

COMMIT;
