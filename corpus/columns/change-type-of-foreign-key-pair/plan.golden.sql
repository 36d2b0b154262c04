BEGIN;

ALTER TABLE public.members DROP CONSTRAINT members_tenant_id_fkey;

-- public.tenants is written anew while nobody can read or write it: public.tenants.id changes from integer to text.
ALTER TABLE public.tenants ALTER COLUMN id TYPE text;

ALTER TABLE public.messages DROP CONSTRAINT messages_tenant_id_member_id_fkey;

-- public.members is written anew while nobody can read or write it: public.members.tenant_id changes from integer to text.
ALTER TABLE public.members ALTER COLUMN tenant_id TYPE text;

-- public.messages is written anew while nobody can read or write it: public.messages.tenant_id changes from integer to text.
ALTER TABLE public.messages ALTER COLUMN tenant_id TYPE text;

ALTER TABLE public.members ADD CONSTRAINT members_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants (id) NOT VALID;

ALTER TABLE public.messages ADD CONSTRAINT messages_tenant_id_member_id_fkey FOREIGN KEY (tenant_id, member_id) REFERENCES public.members (tenant_id, id) ON UPDATE CASCADE NOT VALID;

COMMIT;

-- Reads all of public.members while others go on reading and writing it.
-- Fails if rows of public.members refer to nothing by members_tenant_id_fkey. To find them: SELECT * FROM public.members AS c WHERE c.tenant_id IS NOT NULL AND NOT EXISTS (SELECT FROM public.tenants AS p WHERE p.id = c.tenant_id)
ALTER TABLE public.members VALIDATE CONSTRAINT members_tenant_id_fkey;

-- Reads all of public.messages while others go on reading and writing it.
-- Fails if rows of public.messages refer to nothing by messages_tenant_id_member_id_fkey. To find them: SELECT * FROM public.messages AS c WHERE c.tenant_id IS NOT NULL AND c.member_id IS NOT NULL AND NOT EXISTS (SELECT FROM public.members AS p WHERE p.tenant_id = c.tenant_id AND p.id = c.member_id)
ALTER TABLE public.messages VALIDATE CONSTRAINT messages_tenant_id_member_id_fkey;

-- down

BEGIN;

ALTER TABLE public.members DROP CONSTRAINT members_tenant_id_fkey;

-- public.tenants is written anew while nobody can read or write it: public.tenants.id changes from text to integer.
-- The migration fails where public.tenants.id holds a value that can't be converted to integer.
ALTER TABLE public.tenants ALTER COLUMN id TYPE integer USING id::integer;

ALTER TABLE public.messages DROP CONSTRAINT messages_tenant_id_member_id_fkey;

-- public.members is written anew while nobody can read or write it: public.members.tenant_id changes from text to integer.
-- The migration fails where public.members.tenant_id holds a value that can't be converted to integer.
ALTER TABLE public.members ALTER COLUMN tenant_id TYPE integer USING tenant_id::integer;

-- public.messages is written anew while nobody can read or write it: public.messages.tenant_id changes from text to integer.
-- The migration fails where public.messages.tenant_id holds a value that can't be converted to integer.
ALTER TABLE public.messages ALTER COLUMN tenant_id TYPE integer USING tenant_id::integer;

ALTER TABLE public.members ADD CONSTRAINT members_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES public.tenants (id) NOT VALID;

ALTER TABLE public.messages ADD CONSTRAINT messages_tenant_id_member_id_fkey FOREIGN KEY (tenant_id, member_id) REFERENCES public.members (tenant_id, id) ON UPDATE CASCADE NOT VALID;

COMMIT;

-- Reads all of public.members while others go on reading and writing it.
-- Fails if rows of public.members refer to nothing by members_tenant_id_fkey. To find them: SELECT * FROM public.members AS c WHERE c.tenant_id IS NOT NULL AND NOT EXISTS (SELECT FROM public.tenants AS p WHERE p.id = c.tenant_id)
ALTER TABLE public.members VALIDATE CONSTRAINT members_tenant_id_fkey;

-- Reads all of public.messages while others go on reading and writing it.
-- Fails if rows of public.messages refer to nothing by messages_tenant_id_member_id_fkey. To find them: SELECT * FROM public.messages AS c WHERE c.tenant_id IS NOT NULL AND c.member_id IS NOT NULL AND NOT EXISTS (SELECT FROM public.members AS p WHERE p.tenant_id = c.tenant_id AND p.id = c.member_id)
ALTER TABLE public.messages VALIDATE CONSTRAINT messages_tenant_id_member_id_fkey;
