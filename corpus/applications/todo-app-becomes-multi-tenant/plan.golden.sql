BEGIN;

CREATE TYPE public.member_role AS ENUM (
  'guest',
  'member',
  'admin'
);

-- Who isn't the owner of public.comments sees only the rows that its policies let through.
ALTER TABLE public.comments ENABLE ROW LEVEL SECURITY;

-- Who isn't the owner of public.lists sees only the rows that its policies let through.
ALTER TABLE public.lists ENABLE ROW LEVEL SECURITY;

-- Who isn't the owner of public.projects sees only the rows that its policies let through.
ALTER TABLE public.projects ENABLE ROW LEVEL SECURITY;

CREATE TABLE public.tenants (
  id integer GENERATED ALWAYS AS IDENTITY,
  slug text NOT NULL,
  plan text NOT NULL DEFAULT 'free'::text,
  CONSTRAINT tenants_slug_check CHECK (slug ~ '^[a-z0-9-]+$'::text),
  CONSTRAINT tenants_pkey PRIMARY KEY (id),
  CONSTRAINT tenants_slug_key UNIQUE (slug)
);

CREATE TABLE public.members (
  tenant integer NOT NULL,
  "user" uuid NOT NULL,
  role public.member_role NOT NULL DEFAULT 'member'::public.member_role,
  CONSTRAINT members_pkey PRIMARY KEY (tenant, "user"),
  CONSTRAINT members_tenant_fkey FOREIGN KEY (tenant) REFERENCES public.tenants (id) ON DELETE CASCADE,
  CONSTRAINT members_user_fkey FOREIGN KEY ("user") REFERENCES public.users (id)
);

-- Who isn't the owner of public.todos sees only the rows that its policies let through.
ALTER TABLE public.todos ENABLE ROW LEVEL SECURITY;

-- The policies of public.todos hold for its owner as well.
ALTER TABLE public.todos FORCE ROW LEVEL SECURITY;

ALTER TABLE public.todos ADD COLUMN assignee uuid;

CREATE FUNCTION public.current_tenant()
  RETURNS integer
  LANGUAGE sql STABLE
AS $function$ SELECT nullif(current_setting('app.tenant', true), '')::int $function$;

ALTER TABLE public.comments ADD COLUMN tenant integer DEFAULT public.current_tenant();

ALTER TABLE public.lists ADD COLUMN tenant integer DEFAULT public.current_tenant();

ALTER TABLE public.projects ADD COLUMN tenant integer DEFAULT public.current_tenant();

ALTER TABLE public.todos ADD COLUMN tenant integer DEFAULT public.current_tenant();

ALTER TABLE public.comments ADD CONSTRAINT comments_todo_fkey_plumb_new FOREIGN KEY (todo) REFERENCES public.todos (id) ON DELETE CASCADE NOT VALID;

ALTER TABLE public.projects ADD CONSTRAINT projects_tenant_fkey FOREIGN KEY (tenant) REFERENCES public.tenants (id) NOT VALID;

ALTER TABLE public.todo_tags ADD CONSTRAINT todo_tags_tag_fkey_plumb_new FOREIGN KEY (tag) REFERENCES public.tags (id) ON DELETE CASCADE NOT VALID;

ALTER TABLE public.todos ADD CONSTRAINT todos_assignee_fkey FOREIGN KEY (assignee) REFERENCES public.users (id) ON DELETE SET NULL NOT VALID;

-- The policy tenant decides which rows of public.comments tenant_user may read and write.
CREATE POLICY tenant ON public.comments
  TO tenant_user
  USING (((tenant = public.current_tenant()) AND (todo IN ( SELECT todos.id
   FROM public.todos))));

-- The policy tenant decides which rows of public.lists tenant_user may read and write.
CREATE POLICY tenant ON public.lists
  TO tenant_user
  USING ((tenant = public.current_tenant()));

-- The policy tenant decides which rows of public.projects tenant_user may read and write.
CREATE POLICY tenant ON public.projects
  TO tenant_user
  USING ((tenant = public.current_tenant()));

-- The policy admins_delete decides which rows of public.todos tenant_user may DELETE.
CREATE POLICY admins_delete ON public.todos
  AS RESTRICTIVE
  FOR DELETE
  TO tenant_user
  USING ((EXISTS ( SELECT
   FROM public.members m
  WHERE ((m.tenant = todos.tenant) AND (m.role >= 'admin'::public.member_role)))));

-- The policy tenant decides which rows of public.todos tenant_user may read and write.
CREATE POLICY tenant ON public.todos
  TO tenant_user
  USING ((tenant = public.current_tenant()));

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.comments TO tenant_user;

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.lists TO tenant_user;

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.projects TO tenant_user;

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.todo_tags TO tenant_user;

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.todos TO tenant_user;

GRANT SELECT ON TABLE public.users TO tenant_user;

COMMIT;

-- Reads all of public.comments while others go on reading and writing it.
-- Fails if rows of public.comments refer to nothing by comments_todo_fkey. To find them: SELECT * FROM public.comments AS c WHERE c.todo IS NOT NULL AND NOT EXISTS (SELECT FROM public.todos AS p WHERE p.id = c.todo)
ALTER TABLE public.comments VALIDATE CONSTRAINT comments_todo_fkey_plumb_new;

BEGIN;

ALTER TABLE public.comments DROP CONSTRAINT comments_todo_fkey;

ALTER TABLE public.comments RENAME CONSTRAINT comments_todo_fkey_plumb_new TO comments_todo_fkey;

COMMIT;

-- Reads all of public.projects while others go on reading and writing it.
-- Fails if rows of public.projects refer to nothing by projects_tenant_fkey. To find them: SELECT * FROM public.projects AS c WHERE c.tenant IS NOT NULL AND NOT EXISTS (SELECT FROM public.tenants AS p WHERE p.id = c.tenant)
ALTER TABLE public.projects VALIDATE CONSTRAINT projects_tenant_fkey;

-- Reads all of public.todo_tags while others go on reading and writing it.
-- Fails if rows of public.todo_tags refer to nothing by todo_tags_tag_fkey. To find them: SELECT * FROM public.todo_tags AS c WHERE c.tag IS NOT NULL AND NOT EXISTS (SELECT FROM public.tags AS p WHERE p.id = c.tag)
ALTER TABLE public.todo_tags VALIDATE CONSTRAINT todo_tags_tag_fkey_plumb_new;

BEGIN;

ALTER TABLE public.todo_tags DROP CONSTRAINT todo_tags_tag_fkey;

ALTER TABLE public.todo_tags RENAME CONSTRAINT todo_tags_tag_fkey_plumb_new TO todo_tags_tag_fkey;

COMMIT;

-- Reads all of public.todos while others go on reading and writing it.
-- Fails if rows of public.todos refer to nothing by todos_assignee_fkey. To find them: SELECT * FROM public.todos AS c WHERE c.assignee IS NOT NULL AND NOT EXISTS (SELECT FROM public.users AS p WHERE p.id = c.assignee)
ALTER TABLE public.todos VALIDATE CONSTRAINT todos_assignee_fkey;

-- Reads public.comments twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY comments_todo ON public.comments (todo);

-- Reads public.todos twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY todos_list_plumb_new ON public.todos (tenant, list);

DROP INDEX CONCURRENTLY public.todos_list;

BEGIN;

ALTER INDEX public.todos_list_plumb_new RENAME TO todos_list;

ALTER TABLE public.tags DROP CONSTRAINT tags_name_key;

-- Who isn't the owner of public.tags sees only the rows that its policies let through.
ALTER TABLE public.tags ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.tags ADD COLUMN tenant integer DEFAULT public.current_tenant();

-- The policy tenant decides which rows of public.tags tenant_user may read and write.
CREATE POLICY tenant ON public.tags
  TO tenant_user
  USING ((tenant = public.current_tenant()));

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE public.tags TO tenant_user;

COMMIT;

-- Reads public.tags twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.tags have the same (tenant, name). To find them: SELECT tenant, name, count(*) FROM public.tags GROUP BY tenant, name HAVING count(*) > 1. An invalid index tags_tenant_name is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY tags_tenant_name ON public.tags (tenant, name);

BEGIN;

ALTER TABLE public.tags ADD CONSTRAINT tags_tenant_name UNIQUE USING INDEX tags_tenant_name;

DROP VIEW public.open_todos;

CREATE VIEW public.open_todos WITH (security_invoker = 'true') AS
SELECT t.id,
    t.tenant,
    t.title,
    l.project
   FROM (public.todos t
     JOIN public.lists l ON ((l.id = t.list)))
  WHERE (NOT t.done);

GRANT SELECT ON TABLE public.open_todos TO tenant_user;

COMMIT;

-- down

ALTER TABLE public.todo_tags ADD CONSTRAINT todo_tags_tag_fkey_plumb_new FOREIGN KEY (tag) REFERENCES public.tags (id) NOT VALID;

-- Reads all of public.todo_tags while others go on reading and writing it.
-- Fails if rows of public.todo_tags refer to nothing by todo_tags_tag_fkey. To find them: SELECT * FROM public.todo_tags AS c WHERE c.tag IS NOT NULL AND NOT EXISTS (SELECT FROM public.tags AS p WHERE p.id = c.tag)
ALTER TABLE public.todo_tags VALIDATE CONSTRAINT todo_tags_tag_fkey_plumb_new;

BEGIN;

ALTER TABLE public.todo_tags DROP CONSTRAINT todo_tags_tag_fkey;

ALTER TABLE public.todo_tags RENAME CONSTRAINT todo_tags_tag_fkey_plumb_new TO todo_tags_tag_fkey;

COMMIT;

-- Reads public.todos twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY todos_list_plumb_new ON public.todos (list);

DROP INDEX CONCURRENTLY public.todos_list;

BEGIN;

ALTER INDEX public.todos_list_plumb_new RENAME TO todos_list;

-- tenant_user loses SELECT, INSERT, UPDATE, DELETE on TABLE public.comments.
REVOKE SELECT, INSERT, UPDATE, DELETE ON TABLE public.comments FROM tenant_user;

-- tenant_user loses SELECT, INSERT, UPDATE, DELETE on TABLE public.lists.
REVOKE SELECT, INSERT, UPDATE, DELETE ON TABLE public.lists FROM tenant_user;

-- tenant_user loses SELECT, INSERT, UPDATE, DELETE on TABLE public.projects.
REVOKE SELECT, INSERT, UPDATE, DELETE ON TABLE public.projects FROM tenant_user;

-- tenant_user loses SELECT, INSERT, UPDATE, DELETE on TABLE public.tags.
REVOKE SELECT, INSERT, UPDATE, DELETE ON TABLE public.tags FROM tenant_user;

-- tenant_user loses SELECT, INSERT, UPDATE, DELETE on TABLE public.todo_tags.
REVOKE SELECT, INSERT, UPDATE, DELETE ON TABLE public.todo_tags FROM tenant_user;

-- tenant_user loses SELECT, INSERT, UPDATE, DELETE on TABLE public.todos.
REVOKE SELECT, INSERT, UPDATE, DELETE ON TABLE public.todos FROM tenant_user;

-- tenant_user loses SELECT on TABLE public.users.
REVOKE SELECT ON TABLE public.users FROM tenant_user;

-- The policy tenant decides which rows of public.comments tenant_user may read and write.
DROP POLICY tenant ON public.comments;

-- The policy tenant decides which rows of public.lists tenant_user may read and write.
DROP POLICY tenant ON public.lists;

-- The policy tenant decides which rows of public.projects tenant_user may read and write.
DROP POLICY tenant ON public.projects;

-- The policy tenant decides which rows of public.tags tenant_user may read and write.
DROP POLICY tenant ON public.tags;

-- The policy admins_delete decides which rows of public.todos tenant_user may DELETE.
DROP POLICY admins_delete ON public.todos;

-- The policy tenant decides which rows of public.todos tenant_user may read and write.
DROP POLICY tenant ON public.todos;

ALTER TABLE public.projects DROP CONSTRAINT projects_tenant_fkey;

ALTER TABLE public.tags DROP CONSTRAINT tags_tenant_name;

ALTER TABLE public.todos DROP CONSTRAINT todos_assignee_fkey;

DROP VIEW public.open_todos;

-- The column public.comments.tenant is dropped with all that it holds.
ALTER TABLE public.comments DROP COLUMN tenant;

-- The column public.lists.tenant is dropped with all that it holds.
ALTER TABLE public.lists DROP COLUMN tenant;

-- Whoever may read public.lists sees all of its rows from then on.
ALTER TABLE public.lists DISABLE ROW LEVEL SECURITY;

-- The column public.projects.tenant is dropped with all that it holds.
ALTER TABLE public.projects DROP COLUMN tenant;

-- Whoever may read public.projects sees all of its rows from then on.
ALTER TABLE public.projects DISABLE ROW LEVEL SECURITY;

-- The column public.tags.tenant is dropped with all that it holds.
ALTER TABLE public.tags DROP COLUMN tenant;

-- Whoever may read public.tags sees all of its rows from then on.
ALTER TABLE public.tags DISABLE ROW LEVEL SECURITY;

COMMIT;

-- Reads public.tags twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.tags have the same (name). To find them: SELECT name, count(*) FROM public.tags GROUP BY name HAVING count(*) > 1. An invalid index tags_name_key is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY tags_name_key ON public.tags (name);

BEGIN;

ALTER TABLE public.tags ADD CONSTRAINT tags_name_key UNIQUE USING INDEX tags_name_key;

-- The column public.todos.assignee is dropped with all that it holds.
ALTER TABLE public.todos DROP COLUMN assignee;

-- The column public.todos.tenant is dropped with all that it holds.
ALTER TABLE public.todos DROP COLUMN tenant;

-- Whoever may read public.todos sees all of its rows from then on.
ALTER TABLE public.todos DISABLE ROW LEVEL SECURITY;

-- The owner of public.todos sees all of its rows from then on.
ALTER TABLE public.todos NO FORCE ROW LEVEL SECURITY;

CREATE VIEW public.open_todos AS
SELECT t.id,
    t.title,
    l.project
   FROM (public.todos t
     JOIN public.lists l ON ((l.id = t.list)))
  WHERE (NOT t.done);

DROP FUNCTION public.current_tenant();

-- The table public.members is dropped with all of its rows.
DROP TABLE public.members;

-- The table public.tenants is dropped with all of its rows.
DROP TABLE public.tenants;

DROP TYPE public.member_role;

COMMIT;

DROP INDEX CONCURRENTLY public.comments_todo;

BEGIN;

-- Whoever may read public.comments sees all of its rows from then on.
ALTER TABLE public.comments DISABLE ROW LEVEL SECURITY;

ALTER TABLE public.comments ADD CONSTRAINT comments_todo_fkey_plumb_new FOREIGN KEY (todo) REFERENCES public.todos (id) NOT VALID;

COMMIT;

-- Reads all of public.comments while others go on reading and writing it.
-- Fails if rows of public.comments refer to nothing by comments_todo_fkey. To find them: SELECT * FROM public.comments AS c WHERE c.todo IS NOT NULL AND NOT EXISTS (SELECT FROM public.todos AS p WHERE p.id = c.todo)
ALTER TABLE public.comments VALIDATE CONSTRAINT comments_todo_fkey_plumb_new;

BEGIN;

ALTER TABLE public.comments DROP CONSTRAINT comments_todo_fkey;

ALTER TABLE public.comments RENAME CONSTRAINT comments_todo_fkey_plumb_new TO comments_todo_fkey;

COMMIT;
